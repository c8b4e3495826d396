import { type ChangeEvent, type TextareaHTMLAttributes, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProps, splitField } from './field.tsx'

type Props = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps> & {
    /** Most characters allowed. Counted and said while typing, not cut off; the server decides. */
    limit?: number | undefined
  }

/** Several lines of text, growing with what is typed, with a counter where there is a limit. */
export function TextArea(props: Props) {
  const [field, { limit, onChange, ...area }] = splitField(props)
  const { t } = useTranslation('ui')
  const [length, setLength] = useState(String(area.value ?? area.defaultValue ?? '').length)
  const left = (limit ?? 0) - length
  function change(event: ChangeEvent<HTMLTextAreaElement>) {
    setLength(event.target.value.length)
    onChange?.(event)
  }
  const counter = limit !== undefined && (
    <div className="e-count" data-over={left < 0 ? '' : undefined} aria-live={left < 20 ? 'polite' : 'off'}>
      {left < 0 ? t('field.tooLong', { count: -left }) : t('field.left', { count: left })}
    </div>
  )
  return (
    <Field {...field} below={counter}>
      {(wiring) => <textarea rows={4} {...area} {...wiring} className="e-input" onChange={change} />}
    </Field>
  )
}
