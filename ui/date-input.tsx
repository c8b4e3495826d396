import type { InputHTMLAttributes } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'type'> & {
    /** `date` sends `2026-03-31`, `time` `14:30`, `datetime-local` both, `month` `2026-03`. */
    type?: 'date' | 'time' | 'datetime-local' | 'month' | undefined
  }

/** A date or time, with the reader's own picker. */
export function DateInput(props: Props) {
  const [field, { type = 'date', ...input }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => <input {...input} {...wiring} type={type} className="e-input e-input-short" />}
    </Field>
  )
}
