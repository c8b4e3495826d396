import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from './field.tsx'
import { Icon } from './icon.tsx'

interface Props {
  /** Sentence per field name; the empty name `''` is for the form as a whole. */
  errors: Readonly<Record<string, string | undefined>> | undefined
  title?: string | undefined
  /** Take the focus on appearing. Default true. */
  takeFocus?: boolean | undefined
}

/** What stands in the way, each with a link to its field; takes the focus when it appears. Renders nothing without errors. */
export function ErrorSummary({ errors = {}, title, takeFocus = true }: Props) {
  const { t } = useTranslation('ui')
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const key = entries.map(([name, message]) => `${name}:${message}`).join('|')
  useEffect(() => {
    if (key && takeFocus) box.current?.focus()
  }, [key, takeFocus])
  if (entries.length === 0) return null
  return (
    <div className="e-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="stop" /> {title ?? t('errors.title', { count: entries.length })}
      </h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name ? <a href={`#${fieldId(name)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
