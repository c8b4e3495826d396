import { useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ComboboxProps } from './combobox.tsx'
import { FieldError, FieldHint, OptionalMark, splitField, wireControl } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './select.tsx'

const pressableStyle = 'react-aria-pressable-style'

// react-aria would write a style element here, which a strict Content-Security-Policy refuses. Its rule stands in
// `styles/base.css`; finding this id taken, it writes nothing.
if (typeof document !== 'undefined' && !document.getElementById(pressableStyle)) {
  const taken = document.createElement('meta')
  taken.id = pressableStyle
  document.head.append(taken)
}

/** Loaded by Combobox once the page runs in the browser; not for use by itself. */
export default function ComboboxEnhanced(props: ComboboxProps) {
  const [field, { options, defaultValue, placeholder }] = splitField(props)
  const { t } = useTranslation('ui')
  const [value, setValue] = useState(defaultValue ?? '')
  const wiring = wireControl(field)
  return (
    <div className="e-field" data-invalid={field.error ? '' : undefined}>
      <label className="e-label" htmlFor={wiring.id} id={`${wiring.id}-label`}>
        {field.label}
        <OptionalMark required={field.required} />
      </label>
      <FieldHint id={wiring.id}>{field.hint}</FieldHint>
      <FieldError id={wiring.id}>{field.error}</FieldError>
      <ComboBox
        id={wiring.id}
        aria-labelledby={`${wiring.id}-label`}
        {...(wiring['aria-describedby'] ? { 'aria-describedby': wiring['aria-describedby'] } : {})}
        isInvalid={Boolean(field.error)}
        isRequired={Boolean(field.required)}
        defaultItems={options}
        defaultSelectedKey={defaultValue ?? null}
        onSelectionChange={(key) => setValue(key === null ? '' : String(key))}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <div className="e-combobox">
          <Input className="e-input" placeholder={placeholder ?? ''} />
          <Button aria-label={t('combobox.open')}>
            <Icon name="chevronDown" />
          </Button>
        </div>
        <Popover className="e-listbox">
          <ListBox<Option> renderEmptyState={() => <p className="px-3 py-2">{t('combobox.nothing')}</p>}>
            {(option) => (
              <ListBoxItem id={option.value} textValue={option.label} isDisabled={Boolean(option.disabled)}>
                <span>{option.label}</span>
                {option.hint && <span className="e-hint">{option.hint}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <input type="hidden" name={field.name} value={value} />
    </div>
  )
}
