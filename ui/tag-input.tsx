import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProps, splitField } from './field.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import { splitTags } from './tag-text.ts'

type Props = FieldProps & {
  defaultValue?: readonly string[] | undefined
  /** Offered while typing. */
  suggestions?: readonly string[] | undefined
  placeholder?: string | undefined
}

/**
 * Several short words. Sends one value, the tags joined by commas: read it with `splitTags` from `tag-text.ts`.
 * Without JavaScript it is a text field in which commas part the tags.
 */
export function TagInput(props: Props) {
  const [field, { defaultValue = [], suggestions, placeholder }] = splitField(props)
  const { t } = useTranslation('ui')
  const hydrated = useHydrated()
  const [tags, setTags] = useState<readonly string[]>(defaultValue)
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)

  function take(typed: string) {
    setTags(splitTags([...tags, typed].join(',')))
    setText('')
  }
  function type(typed: string) {
    if (/[,;\n]/.test(typed)) take(typed)
    else setText(typed)
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault()
      take(text)
    } else if (event.key === 'Backspace' && !text) setTags(tags.slice(0, -1))
  }
  function remove(tag: string) {
    setTags(tags.filter((other) => other !== tag))
    input.current?.focus()
  }

  return (
    <Field {...field} hint={field.hint ?? t('tags.hint')}>
      {({ name, required, ...wiring }) => {
        const listId = suggestions && `${wiring.id}-suggestions`
        const list = suggestions && (
          <datalist id={listId}>
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
        )
        if (!hydrated)
          return (
            <>
              <input
                {...wiring}
                name={name}
                required={required}
                className="e-input"
                defaultValue={tags.join(', ')}
                list={listId}
                placeholder={placeholder}
              />
              {list}
            </>
          )
        return (
          <div className="e-tag-input">
            {tags.map((tag) => (
              <span className="e-tag" key={tag}>
                {tag}
                <button type="button" onClick={() => remove(tag)} aria-label={t('tags.remove', { tag })}>
                  <Icon name="close" />
                </button>
              </span>
            ))}
            <input
              {...wiring}
              ref={input}
              value={text}
              onChange={(event) => type(event.target.value)}
              onKeyDown={press}
              onBlur={() => text.trim() && take(text)}
              list={listId}
              placeholder={tags.length ? undefined : placeholder}
              required={required && tags.length === 0}
              autoComplete="off"
            />
            <input type="hidden" name={name} value={tags.join(', ')} />
            {list}
          </div>
        )
      }}
    </Field>
  )
}
