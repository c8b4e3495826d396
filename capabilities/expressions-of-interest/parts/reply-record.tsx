import { useTranslation } from 'react-i18next'
import { Icon } from '#ui/icon.tsx'
import type { ReplyRecord } from '../schema.ts'

/** How long answers take, in hours or days. */
export function useDuration(): (hours: number) => string {
  const { t } = useTranslation('expressions-of-interest')
  return (hours) =>
    hours < 1
      ? t('record.withinHour')
      : hours < 48
        ? t('record.hours', { count: Math.round(hours) })
        : t('record.days', { count: Math.round(hours / 24) })
}

/** How an organisation answers, in a sentence or two. */
export function ReplyRecordLine({ record }: { record: ReplyRecord }) {
  const { t, i18n } = useTranslation('expressions-of-interest')
  const duration = useDuration()
  const { enough, due, inTimePercent, medianHours } = record
  if (!enough || inTimePercent === null)
    return (
      <p className="flex items-baseline gap-2 text-ink-soft">
        <Icon name="clock" className="shrink-0 self-center" />
        {t('record.tooFew')}
      </p>
    )
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(inTimePercent / 100)
  return (
    <p className="flex items-baseline gap-2">
      <Icon name={inTimePercent >= 80 ? 'check' : 'clock'} className="shrink-0 self-center" />
      <span>
        <strong>{t('record.inTime', { percent })}</strong>
        {medianHours !== null && ` ${t('record.median', { duration: duration(medianHours) })}`}
        <span className="text-ink-soft">{` ${t('record.basis', { count: due ?? 0 })}`}</span>
      </span>
    </p>
  )
}
