import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRevalidator } from 'react-router'
import { Progress } from '#ui/progress.tsx'
import type { Import } from './import-state.tsx'

const EVERY = 1500

/** How far work in the background has come. Looks again by itself; without JavaScript the page is loaded again. */
export function ImportProgress({ given }: { given: Pick<Import, 'state' | 'progress' | 'total'> }) {
  const { t, i18n } = useTranslation('organisations')
  const { revalidate, state: looking } = useRevalidator()
  useEffect(() => {
    if (looking !== 'idle') return
    const timer = setTimeout(() => void revalidate(), EVERY)
    return () => clearTimeout(timer)
  }, [looking, revalidate])
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className="max-w-prose">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Progress
        label={t(`imports.state.${given.state}`)}
        value={given.progress}
        max={given.total}
        text={
          given.total > 0
            ? t('imports.rowsOf', { done: number.format(given.progress), total: number.format(given.total) })
            : t('imports.starting')
        }
      />
      <p className="mt-2 text-sm text-ink-soft">{t('imports.mayLeave')}</p>
    </div>
  )
}
