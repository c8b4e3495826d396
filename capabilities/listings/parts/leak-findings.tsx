import { useTranslation } from 'react-i18next'
import { Checkbox } from '#ui/checkbox.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Leak } from '../schema.ts'

/** How much of the text stands around what was found. */
const AROUND = 60

interface Props {
  findings: readonly Leak[]
  /** A text as it was looked through: `title`, `keywords.2`. */
  textOf: (field: string) => string
  /** Keys that were said to identify nobody. */
  acknowledged: readonly string[]
}

/** What would give an unnamed owner away: each passage marked, what to do about it, and the way to say that it is harmless. */
export function LeakFindings({ findings, textOf, acknowledged }: Props) {
  const { t } = useTranslation('listings')
  if (findings.length === 0) return null
  const kept = new Set<string>()
  return (
    <Notice tone="warning" title={t('leaks.title', { count: findings.length })}>
      <p>{t('leaks.text')}</p>
      <ul className="mt-3 grid gap-4" id="f-leaks">
        {findings.map((finding) => {
          const [field = ''] = finding.field.split('.')
          const first = !kept.has(finding.key)
          kept.add(finding.key)
          return (
            <li key={`${finding.field} ${finding.start}`} className="grid gap-1 border-t border-rule pt-3">
              <span className="text-sm text-ink-soft">{t(`field.${field}`)}</span>
              <Excerpt text={textOf(finding.field)} start={finding.start} end={finding.end} />
              <span>{t(`leakAdvice.${finding.kind}`)}</span>
              {first && (
                <Checkbox
                  name="acknowledged"
                  id={`f-leak-${finding.field}-${finding.start}`}
                  value={finding.key}
                  label={t('leaks.harmless', { text: finding.text })}
                  defaultChecked={acknowledged.includes(finding.key)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Excerpt({ text, start, end }: { text: string; start: number; end: number }) {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  return (
    <q className="break-words">
      {from > 0 && '…'}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length && '…'}
    </q>
  )
}
