import { lazy, type RefObject, Suspense, useLayoutEffect, useRef, useState } from 'react'
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
  // What was chosen while the page had no scripts yet.
  const [chosen, setChosen] = useState(props.defaultValue)
  const select = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => {
    if (select.current) setChosen(select.current.value)
  }, [])
  const native = <NativeCombobox {...props} defaultValue={chosen} select={select} onChoose={setChosen} />
  return hydrated ? (
    <Suspense fallback={native}>
      <Enhanced {...props} defaultValue={chosen} />
    </Suspense>
  ) : (
    native
  )
}

interface NativeProps extends ComboboxProps {
  select: RefObject<HTMLSelectElement | null>
  onChoose: (value: string) => void
}

function NativeCombobox({ select, onChoose, ...props }: NativeProps) {
  const [field, { options, defaultValue = '', placeholder = '' }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="e-combobox">
          <select
            {...wiring}
            ref={select}
            defaultValue={defaultValue}
            onChange={(event) => onChoose(event.target.value)}
            className="e-input"
          >
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
