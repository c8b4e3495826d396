import { useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Icon } from './icon.tsx'
import { SuggestingInput } from './suggesting-input.tsx'
import { SuggestionContext } from './suggestion-source.ts'

interface InputProps {
  /** Name in the URL, usually `q`. */
  name?: string | undefined
  label: string
  placeholder?: string | undefined
  defaultValue?: string | undefined
  id: string
  /** Suggest pages while somebody types: for what searches the whole site. */
  suggests?: boolean | undefined
}

/** The field and button of a search, for use inside a form. */
export function SearchInput({ name = 'q', label, placeholder = label, defaultValue, id, suggests }: InputProps) {
  const { t } = useTranslation('ui')
  const source = useContext(SuggestionContext)
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
      {suggests && source ? (
        <SuggestingInput {...{ id, name, label, placeholder, defaultValue, input, source }} />
      ) : (
        <input
          className="e-input"
          type="search"
          id={id}
          name={name}
          placeholder={placeholder}
          defaultValue={defaultValue}
          ref={input}
          enterKeyHint="search"
        />
      )}
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
