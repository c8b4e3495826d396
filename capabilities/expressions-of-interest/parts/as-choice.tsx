import { useTranslation } from 'react-i18next'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { ExpressionView } from '../schema.ts'
import { usePartyName } from './party-name.tsx'

interface Props {
  thread: ExpressionView
  /** Of the form, so that each has its own. */
  form: string
  chosen?: string | undefined
}

/** In whose name: only for one who acts for both organisations. */
export function AsChoice({ thread, form, chosen }: Props) {
  const { t } = useTranslation('expressions-of-interest')
  const nameOf = usePartyName()
  if (thread.sides.length < 2) return null
  return (
    <RadioGroup
      name="as"
      id={`f-as-${form}`}
      label={t('as.label')}
      required
      defaultValue={chosen ?? 'owner'}
      options={[
        { value: 'owner', label: nameOf(thread.to) },
        { value: 'sender', label: nameOf(thread.from) },
      ]}
    />
  )
}
