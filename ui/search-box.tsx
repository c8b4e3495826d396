import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Icon } from './icon.tsx'

interface InputProps {
  /** Name in the URL, usually `q`. */
  name?: string | undefined
  label: string
  placeholder?: string | undefined
  defaultValue?: string | undefined
  id: string
}

/** The field and button of a search, for use inside a form. */
export function SearchInput({ name = 'q', label, placeholder, defaultValue, id }: InputProps) {
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const followed = useRef(defaultValue)
  // The URL leads: when it changes, the field follows without losing the focus. Until then what was typed stays, also
  // what was typed before the scripts came.
  useEffect(() => {
    if (!input.current || followed.current === defaultValue) return
    followed.current = defaultValue
    input.current.value = defaultValue ?? ''
  }, [defaultValue])
  return (
    <div className="e-search">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <input
        className="e-input"
        type="search"
        id={id}
        name={name}
        placeholder={placeholder ?? label}
        defaultValue={defaultValue}
        ref={input}
        enterKeyHint="search"
      />
      <button type="submit" className="e-button" aria-label={t('search')}>
        <Icon name="search" />
      </button>
    </div>
  )
}

/** A search that leads to `action`. */
export function SearchBox({ action, ...input }: InputProps & { action: string }) {
  return (
    <Form action={action} method="get" role="search" className="e-search-form" aria-label={input.label}>
      <SearchInput {...input} />
    </Form>
  )
}
