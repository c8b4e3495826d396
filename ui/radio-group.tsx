import type { ChangeEvent } from 'react'
import { FieldGroup, type FieldProps, wireControl } from './field.tsx'
import type { Option } from './select.tsx'

type Props = FieldProps & {
  options: readonly Option[]
  defaultValue?: string | undefined
  /** Framed choices side by side, for the few that shape the rest of a form. */
  cards?: boolean | undefined
  onChange?: ((value: string, event: ChangeEvent<HTMLInputElement>) => void) | undefined
}

/** One out of a few, all in sight. */
export function RadioGroup({ options, defaultValue, cards, onChange, ...field }: Props) {
  const { id, name, required } = wireControl(field)
  return (
    <FieldGroup {...field}>
      <div className="e-choices" data-cards={cards ? '' : undefined}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index}`
          return (
            <label className="e-choice" key={option.value} htmlFor={optionId}>
              <input
                type="radio"
                id={optionId}
                name={name}
                value={option.value}
                required={required}
                defaultChecked={option.value === defaultValue}
                disabled={option.disabled}
                onChange={onChange && ((event) => onChange(option.value, event))}
              />
              <span className="e-choice-label">{option.label}</span>
              {option.hint && <span className="e-hint">{option.hint}</span>}
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}
