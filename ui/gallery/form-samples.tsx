import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button, LinkButton } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { CheckboxGroup } from '../checkbox-group.tsx'
import { Combobox } from '../combobox.tsx'
import { DateInput } from '../date-input.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { FileInput } from '../file-input.tsx'
import { FormActions } from '../form-actions.tsx'
import { RadioGroup } from '../radio-group.tsx'
import { Select } from '../select.tsx'
import { TagInput } from '../tag-input.tsx'
import { TextArea } from '../text-area.tsx'
import { TextInput } from '../text-input.tsx'
import { Sample } from './sample.tsx'

const countries = ['Austria', 'Belgium', 'Estonia', 'France', 'Ireland', 'Italy', 'Spain', 'Türkiye'].map((label) => ({
  value: label.slice(0, 2).toUpperCase(),
  label,
}))

const errors = { mail: 'Enter an e-mail address like name@example.org.', when: 'Choose a day after today.' }

export function FormSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <Sample name="TextInput, TextArea, Select, Combobox, TagInput">
        <Form className="e-form" method="get">
          <TextInput name="name" label="Name" hint="As it stands in the register." required />
          <TextInput name="budget" label="Budget" before="€" short inputMode="numeric" defaultValue="40 000" />
          <TextInput name="locked" label="Identifier" defaultValue="A-2041" disabled required />
          <TextArea name="about" label="In short" limit={80} defaultValue="We dry timber with waste heat." />
          <TextArea
            name="long"
            label="Too long"
            limit={40}
            defaultValue="This text has grown a little longer than the field allows it to be."
          />
          <Select
            name="size"
            label="Size"
            placeholder="Choose a size"
            options={[
              { value: 's', label: 'Under 50 people' },
              { value: 'm', label: '50 to 249 people' },
            ]}
            required
          />
          <Combobox
            name="country"
            label="Country"
            hint="Type to search."
            options={countries}
            defaultValue="FR"
            required
          />
          <TagInput
            name="themes"
            label="Themes"
            defaultValue={['timber', 'drying']}
            suggestions={['heat pumps', 'sensors']}
          />
          <FileInput name="file" label="Letter" hint="PDF, up to 10 MB." />
        </Form>
      </Sample>
      <Sample name="ErrorSummary, RadioGroup, CheckboxGroup, DateInput, FormActions" note={t('gallery.errors')}>
        <Form className="e-form" method="get">
          <ErrorSummary errors={errors} takeFocus={false} />
          <TextInput name="mail" type="email" label="E-mail" required error={errors.mail} defaultValue="name@" />
          <DateInput name="when" label="Ready by" error={errors.when} />
          <RadioGroup
            name="kind"
            label="What do you bring?"
            required
            cards
            defaultValue="need"
            options={[
              { value: 'need', label: 'A question', hint: 'Somebody else may know the answer.' },
              { value: 'offer', label: 'An answer', hint: 'You can do what others cannot.' },
            ]}
          />
          <RadioGroup
            name="seen"
            label="Who may see it?"
            required
            defaultValue="all"
            options={[
              { value: 'all', label: 'Everyone' },
              { value: 'us', label: 'Only we', hint: 'Until you say otherwise.' },
              { value: 'no', label: 'Nobody', disabled: true },
            ]}
          />
          <CheckboxGroup
            name="languages"
            label="Languages"
            columns
            defaultValue={['fr']}
            options={[
              { value: 'de', label: 'German' },
              { value: 'fr', label: 'French' },
              { value: 'et', label: 'Estonian' },
              { value: 'el', label: 'Greek' },
            ]}
          />
          <Checkbox
            name="agree"
            label="Send me an answer within five days"
            hint="You can turn this off later."
            defaultChecked
          />
          <FormActions note="It is read by a person, who answers within five days.">
            <Button kind="primary">Publish</Button>
            <Button name="intent" value="draft">
              Keep as draft
            </Button>
            <LinkButton kind="quiet" to="#cancel">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
      </Sample>
    </div>
  )
}
