import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { useHydrated } from './hydrated.ts'

interface Props {
  label: string
  value: string
}

/** A text to take elsewhere: a link, a key, an embed code. The button appears where it can work. */
export function CopyField({ label, value }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const hydrated = useHydrated()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="e-field">
      <label className="e-label" htmlFor={id}>
        {label}
      </label>
      <div className="e-copy">
        <input className="e-input" id={id} value={value} readOnly onFocus={(event) => event.target.select()} />
        {hydrated && (
          <Button type="button" icon={copied ? 'check' : 'copy'} onClick={copy}>
            {copied ? t('copy.done') : t('copy.do')}
          </Button>
        )}
      </div>
      <span role="status" className="sr-only">
        {copied ? t('copy.done') : ''}
      </span>
    </div>
  )
}
