import type { InputHTMLAttributes } from 'react'
import { FieldError, FieldHint, type FieldProps, splitField, wireControl } from './field.tsx'

type Props = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'type'>

/** One yes or no. Unchecked, it sends nothing; `value` is `on` unless given. */
export function Checkbox(props: Props) {
  const [field, input] = splitField(props)
  const wiring = wireControl(field)
  return (
    <div className="e-field" data-invalid={field.error ? '' : undefined}>
      <FieldError id={wiring.id}>{field.error}</FieldError>
      <div className="e-choice">
        <input {...input} {...wiring} type="checkbox" />
        <label htmlFor={wiring.id}>{field.label}</label>
        <FieldHint id={wiring.id}>{field.hint}</FieldHint>
      </div>
    </div>
  )
}
