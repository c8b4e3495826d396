import { useTranslation } from 'react-i18next'

/** First in the body; the page's `<main id="main" tabIndex={-1}>` is its target. */
export function SkipLink({ target = 'main' }: { target?: string | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <a className="e-skip" href={`#${target}`}>
      {t('skip')}
    </a>
  )
}
