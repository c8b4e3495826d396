import { lazy, Suspense } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import type { Option } from './select.tsx'

export interface ComboboxProps extends FieldProps {
  options: readonly Option[]
  defaultValue?: string | undefined
  placeholder?: string | undefined
}

const Enhanced = lazy(() => import('./combobox-enhanced.tsx'))

/**
 * One out of a long list, found by typing. Sends the option's value under `name`.
 * A native select until the page runs in the browser, and where it never does.
 */
export function Combobox(props: ComboboxProps) {
  const hydrated = useHydrated()
  const native = <NativeCombobox {...props} />
  return hydrated ? (
    <Suspense fallback={native}>
      <Enhanced {...props} />
    </Suspense>
  ) : (
    native
  )
}

function NativeCombobox(props: ComboboxProps) {
  const [field, { options, defaultValue = '', placeholder = '' }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="e-combobox">
          <select {...wiring} defaultValue={defaultValue} className="e-input">
            <option value="">{placeholder}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
    </Field>
  )
}
