import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '#ui/section.tsx'
import type { ExpressionView } from '../schema.ts'

/** What somebody interested said at the start. */
export function Opening({ thread }: { thread: ExpressionView }) {
  const { t } = useTranslation('expressions-of-interest')
  const { language, ownListing } = thread
  return (
    <Section title={t('opening.title')}>
      <dl className="grid gap-4">
        {(['seeks', 'brings', 'unclear'] as const).map(
          (part) =>
            thread[part] && (
              <div key={part} className="grid gap-1">
                <dt className="text-sm font-semibold text-ink-soft">{t(`opening.${part}`)}</dt>
                <dd className="max-w-prose whitespace-pre-line" lang={language}>
                  {thread[part]}
                </dd>
              </div>
            ),
        )}
        {ownListing && (
          <div className="grid gap-1">
            <dt className="text-sm font-semibold text-ink-soft">{t(`opening.own.${ownListing.side}`)}</dt>
            <dd>
              <Link to={`/listings/${ownListing.reference}`} lang={ownListing.language}>
                {ownListing.title}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
