import type { SelectHTMLAttributes } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'
import { Icon } from './icon.tsx'

export interface Option {
  value: string
  label: string
  /** A second line, where the control can show one. */
  hint?: string | undefined
  disabled?: boolean | undefined
}

export interface OptionGroup {
  label: string
  options: readonly Option[]
}

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps> & {
    options: readonly (Option | OptionGroup)[]
    /** The first, empty choice, e.g. "Choose a country". */
    placeholder?: string | undefined
  }

/** One of a list, native. For more than about thirty choices use Combobox. */
export function Select(props: Props) {
  const [field, { options, placeholder, ...select }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="e-combobox">
          <select {...select} {...wiring} className="e-input">
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((entry) =>
              'options' in entry ? (
                <optgroup key={entry.label} label={entry.label}>
                  {entry.options.map((option) => (
                    <SelectOption key={option.value} option={option} />
                  ))}
                </optgroup>
              ) : (
                <SelectOption key={entry.value} option={entry} />
              ),
            )}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
    </Field>
  )
}

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
