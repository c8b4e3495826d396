import type { InputHTMLAttributes } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

type Props = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'type'>

/** Files to upload; the form needs `encType="multipart/form-data"`. Say kinds and greatest size in the hint. */
export function FileInput(props: Props) {
  const [field, input] = splitField(props)
  return <Field {...field}>{(wiring) => <input {...input} {...wiring} type="file" className="e-input" />}</Field>
}
