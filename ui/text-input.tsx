import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'prefix'> & {
    /** A unit or sign before or after, e.g. `€` or `https://`. */
    before?: ReactNode
    after?: ReactNode
    /** For short values: a number, a postcode. */
    short?: boolean | undefined
  }

/** One line of text; `type` may be email, url, tel, number, password, search. */
export function TextInput(props: Props) {
  const [field, { before, after, short, ...input }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => {
        const control = (
          <input type="text" {...input} {...wiring} className={short ? 'e-input e-input-short' : 'e-input'} />
        )
        return before || after ? (
          <div className="e-affix">
            {before && <span>{before}</span>}
            {control}
            {after && <span>{after}</span>}
          </div>
        ) : (
          control
        )
      }}
    </Field>
  )
}
