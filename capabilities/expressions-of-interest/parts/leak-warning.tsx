import { useTranslation } from 'react-i18next'
import { Checkbox } from '#ui/checkbox.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refused } from '#web/form.ts'
import type { Leak } from '../../listings/schema.ts'

/**
 * What in a text would tell who an unnamed owner is: each passage with what to do about it, and the way to say that it is
 * harmless. Stands in the form that sends the text.
 */
export function LeakWarning({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('expressions-of-interest')
  const { t: l } = useTranslation('listings')
  const findings = (refused?.problem.details?.findings as Leak[] | undefined) ?? []
  const said = [refused?.values.acknowledged ?? []].flat()
  const unique = [...new Map(findings.map((finding) => [finding.key, finding])).values()]
  // What was said to be harmless before is not found again, and has to be said again.
  const before = said.filter((key) => key && !unique.some((finding) => finding.key === key))
  return (
    <>
      {before.map((key) => (
        <input key={key} type="hidden" name="acknowledged" value={key} />
      ))}
      {unique.length > 0 && (
        <Notice tone="warning" title={t('leaks.title', { count: unique.length })}>
          <p>{t('leaks.text')}</p>
          <ul className="mt-3 grid gap-4">
            {unique.map(({ key, kind, text }) => (
              <li key={key} className="grid gap-1 border-t border-rule pt-3">
                <q className="break-words">
                  <mark>{text}</mark>
                </q>
                <span>{l(`leakAdvice.${kind}`)}</span>
                <Checkbox
                  name="acknowledged"
                  id={`f-leak-${key}`}
                  value={key}
                  required
                  label={l('leaks.harmless', { text })}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
