import { FieldGroup, type FieldProps, wireControl } from './field.tsx'
import type { Option } from './select.tsx'

type Props = FieldProps & {
  options: readonly Option[]
  /** Values checked at first. */
  defaultValue?: readonly string[] | undefined
  /** As many columns as fit; for long lists of short words. */
  columns?: boolean | undefined
}

/** Any number out of a list; each checked value is sent under the same name. */
export function CheckboxGroup({ options, defaultValue = [], columns, ...field }: Props) {
  const { id, name } = wireControl(field)
  return (
    <FieldGroup {...field}>
      <div className="e-choices" data-columns={columns ? '' : undefined}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index}`
          return (
            <div className="e-choice" key={option.value}>
              <input
                type="checkbox"
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={defaultValue.includes(option.value)}
                disabled={option.disabled}
                aria-describedby={option.hint && `${optionId}-hint`}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && (
                <div className="e-hint" id={`${optionId}-hint`}>
                  {option.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
