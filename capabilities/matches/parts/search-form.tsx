import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'
import { rhythms, type SavedQuery } from '../schema.ts'
import { SearchFilters } from './search-filters.tsx'

interface Props {
  query: SavedQuery
  name: string
  rhythm: string
  /** The version that is changed; absent for a new one. */
  version?: number | undefined
  refused?: Refused | undefined
  cancelTo: string
}

/** A search's name, what it looks for, and when it tells of what is new. */
export function SearchForm({ query, name, rhythm, version, refused, cancelTo }: Props) {
  const { t } = useTranslation('matches')
  const pending = useNavigation().state !== 'idle'
  const errors = refused?.problem.errors
  const was = (field: string, otherwise: string) => {
    const value = refused?.values[field]
    return typeof value === 'string' ? value : otherwise
  }
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <div className="grid gap-2">
        <span className="font-semibold">{t('search.looksFor')}</span>
        <SearchFilters query={query} />
      </div>
      <TextInput
        name="name"
        label={t('search.name')}
        hint={t('search.nameHint')}
        required
        maxLength={120}
        defaultValue={was('name', name)}
        error={errors?.name}
      />
      <RadioGroup
        name="rhythm"
        label={t('search.rhythm')}
        required
        cards
        defaultValue={was('rhythm', rhythm)}
        error={errors?.rhythm}
        options={rhythms.map((value) => ({
          value,
          label: t(`rhythm.${value}`),
          hint: t(`rhythmHint.${value}`),
        }))}
      />
      <FormActions note={version === undefined ? t('search.next') : undefined}>
        <Button kind="primary" name="intent" value="save" pending={pending}>
          {t(version === undefined ? 'search.save' : 'search.saveChange')}
        </Button>
        <LinkButton kind="quiet" to={cancelTo}>
          {t('search.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
