import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useHydrated } from './hydrated.ts'
import type { Suggestion, SuggestionSource } from './suggestion-source.ts'

/** Milliseconds without a key before anything is asked. */
const PAUSE = 200
/** Fewer letters than this say too little. */
const LEAST = 2

interface Props {
  id: string
  name: string
  placeholder: string
  label: string
  defaultValue?: string | undefined
  input: RefObject<HTMLInputElement | null>
  source: SuggestionSource
}

/**
 * The field of a search that suggests pages while somebody types: a combobox by the pattern of WAI-ARIA 1.2. The
 * suggestions are links; what was typed is searched for as long as none is chosen. Without scripts a plain field.
 */
export function SuggestingInput({ id, name, placeholder, label, defaultValue, input, source }: Props) {
  const { t } = useTranslation('ui')
  const hydrated = useHydrated()
  const { key } = useLocation()
  const { found, ask, forget } = useSuggestions(source.url)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLDivElement>(null)
  const list = `${id}-suggestions`
  const open = found.length > 0
  const optionId = (place: number) => `${id}-suggestion-${place}`

  function close() {
    forget()
    setActive(-1)
  }
  // Whatever led to another page, what was suggested on this one is over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step has a key of its own
  useEffect(close, [key])

  function lead(to: number) {
    setActive(to)
    box.current?.querySelector(`[id="${optionId(to)}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (!open || event.nativeEvent.isComposing) return
    const places = found.length + 1
    switch (event.key) {
      // Above the first and below the last is the field itself.
      case 'ArrowDown':
        lead(((active + 2) % places) - 1)
        break
      case 'ArrowUp':
        lead(((active + places) % places) - 1)
        break
      case 'Escape':
        close()
        break
      case 'Enter': {
        const chosen = active < 0 ? null : box.current?.querySelector<HTMLElement>(`[id="${optionId(active)}"]`)
        if (!chosen) return
        chosen.click()
        break
      }
      default:
        return
    }
    event.preventDefault()
  }

  function leave(event: FocusEvent) {
    if (!box.current?.contains(event.relatedTarget)) close()
  }

  return (
    <div className="e-suggesting" ref={box}>
      <input
        className="e-input"
        type="text"
        inputMode="search"
        id={id}
        name={name}
        placeholder={placeholder}
        defaultValue={defaultValue}
        ref={input}
        enterKeyHint="search"
        {...(hydrated
          ? {
              role: 'combobox',
              autoComplete: 'off',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': open,
              'aria-controls': open ? list : undefined,
              'aria-activedescendant': open && active >= 0 ? optionId(active) : undefined,
            }
          : { role: 'searchbox' })}
        onChange={(event) => {
          setActive(-1)
          ask(event.target.value)
        }}
        onKeyDown={press}
        onBlur={leave}
      />
      {open && (
        <div className="e-suggestions e-listbox" role="listbox" id={list} aria-label={t('suggest.label', { label })}>
          {found.map(({ address, title, language, kind }, place) => (
            <Link
              key={address}
              id={optionId(place)}
              role="option"
              to={address}
              tabIndex={-1}
              aria-selected={place === active}
              data-focused={place === active ? '' : undefined}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(place)}
              onClick={close}
            >
              <span lang={language}>{title}</span>
              <span className="e-hint">{source.kinds[kind] ?? kind}</span>
            </Link>
          ))}
        </div>
      )}
      {hydrated && (
        <span role="status" className="sr-only">
          {open ? t('suggest.found', { count: found.length }) : ''}
        </span>
      )}
    </div>
  )
}

/** Asks for suggestions once typing pauses; an answer that comes late is not shown any more. */
function useSuggestions(url: string) {
  const [found, setFound] = useState<readonly Suggestion[]>([])
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef<AbortController>(undefined)

  function forget() {
    clearTimeout(pause.current)
    asked.current?.abort()
    setFound((before) => (before.length > 0 ? [] : before))
  }
  useEffect(
    () => () => {
      clearTimeout(pause.current)
      asked.current?.abort()
    },
    [],
  )

  function ask(text: string) {
    clearTimeout(pause.current)
    asked.current?.abort()
    const q = text.trim()
    if (q.length < LEAST) return forget()
    pause.current = setTimeout(async () => {
      const controller = new AbortController()
      asked.current = controller
      try {
        const answer = await fetch(`${url}?q=${encodeURIComponent(q)}`, { signal: controller.signal })
        const suggestions: Suggestion[] = answer.ok ? await answer.json() : []
        if (!controller.signal.aborted) setFound(suggestions)
      } catch {
        // Nothing is suggested; what was typed can be searched for all the same.
        if (!controller.signal.aborted) setFound([])
      }
    }, PAUSE)
  }
  return { found, ask, forget }
}
