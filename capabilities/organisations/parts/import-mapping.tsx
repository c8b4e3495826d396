import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import type { Refused } from '#web/form.ts'
import { importFields } from './choices.tsx'
import type { Import } from './import-state.tsx'

interface Props {
  given: Import
  /** A first row of the file, to recognise the columns by. */
  example: Record<string, string>
  refused?: Refused | undefined
}

/** Says which field each column of a member list is. */
export function ImportMapping({ given, example, refused }: Props) {
  const { t } = useTranslation('organisations')
  const pending = useNavigation().formData?.get('intent') === 'map'
  const mine = refused?.values.intent === 'map' ? refused : undefined
  const options = [
    { value: '', label: t('imports.leaveOut') },
    ...importFields.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ]
  return (
    <Section title={t('imports.columns')} lead={t('imports.columnsLead')} id="columns">
      <Form method="post" className="e-form">
        <input type="hidden" name="intent" value="map" />
        <div className="grid gap-4 sm:grid-cols-2">
          {given.columns.map((column, index) => (
            <Select
              key={column}
              id={`column-${index}`}
              name={`column-${index}`}
              label={column}
              required
              hint={example[column] ? t('imports.example', { value: example[column].slice(0, 60) }) : undefined}
              options={options}
              defaultValue={String(mine?.values[`column-${index}`] ?? given.mapping[column] ?? '')}
            />
          ))}
        </div>
        <FormActions note={t('imports.columnsNext')}>
          <Button icon="search" pending={pending}>
            {t('imports.lookAgain')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** What the form of the columns holds: the field of each. */
export function mappingFrom(form: FormData, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, String(form.get(`column-${index}`) ?? '')]))
}
