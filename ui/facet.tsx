import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { useDismissible } from './dismissible.ts'
import { Icon } from './icon.tsx'

export interface FacetOption {
  value: string
  label: string
  /** How many records carry it. */
  count?: number | undefined
  selected?: boolean | undefined
}

export interface Facet {
  /** Name in the URL. Several checked values repeat it. */
  name: string
  label: string
  options?: readonly FacetOption[] | undefined
  /** `one`: radio buttons, with the empty choice labelled `anyLabel`. Default `many`. */
  choose?: 'one' | 'many' | undefined
  anyLabel?: string | undefined
  /** Own controls instead of options: a pair of dates, a number. */
  content?: ReactNode
  /** Whether own controls hold anything. */
  active?: boolean | undefined
}

/** One property to filter by: a disclosure with its choices. Used by FilterBar. */
export function FacetDisclosure({ facet }: { facet: Facet }) {
  const { t, i18n } = useTranslation('ui')
  const id = useId()
  const details = useDismissible()
  const { name, label, options = [], choose = 'many', anyLabel, content } = facet
  const chosen = options.filter((option) => option.selected).length
  const number = new Intl.NumberFormat(i18n.language)
  const all =
    choose === 'one' ? [{ value: '', label: anyLabel ?? t('filter.any'), selected: chosen === 0 }, ...options] : options
  return (
    <details className="e-facet" data-active={chosen > 0 || facet.active ? '' : undefined} ref={details}>
      <summary>
        {label}
        {chosen > 0 && choose === 'many' && <span className="e-number">{number.format(chosen)}</span>}
        <Icon name="chevronDown" />
      </summary>
      <div className="e-facet-panel">
        <fieldset className="e-facet-options">
          <legend className="sr-only">{label}</legend>
          {content}
          {all.map((option: FacetOption, index) => (
            <div className="e-choice" key={option.value}>
              <FacetInput
                type={choose === 'one' ? 'radio' : 'checkbox'}
                id={`${id}-${index}`}
                name={name}
                value={option.value}
                selected={option.selected ?? false}
              />
              <label htmlFor={`${id}-${index}`}>{option.label}</label>
              {option.count !== undefined && <span className="e-choice-count">{number.format(option.count)}</span>}
            </div>
          ))}
        </fieldset>
        <div className="e-facet-apply">
          <Button size="small">{t('filter.apply')}</Button>
        </div>
      </div>
    </details>
  )
}

type InputProps = InputHTMLAttributes<HTMLInputElement> & { selected: boolean }

/** Follows the URL when that changes, and keeps the focus, and what was ticked before the scripts came. */
function FacetInput({ selected, ...input }: InputProps) {
  const element = useRef<HTMLInputElement>(null)
  const followed = useRef(selected)
  useEffect(() => {
    if (!element.current || followed.current === selected) return
    followed.current = selected
    element.current.checked = selected
  }, [selected])
  return <input {...input} ref={element} defaultChecked={selected} />
}
