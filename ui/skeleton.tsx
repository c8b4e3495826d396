import { useTranslation } from 'react-i18next'

const widths = ['96%', '88%', '92%', '64%']

/** Stands in for text that is still loading. */
export function Skeleton({ lines = 3 }: { lines?: number | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <div className="e-skeleton" role="status">
      <b className="sr-only">{t('loading')}</b>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <span key={line} style={{ inlineSize: widths[line % widths.length] }} />
      ))}
    </div>
  )
}
