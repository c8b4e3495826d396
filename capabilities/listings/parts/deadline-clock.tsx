import { useTranslation } from 'react-i18next'
import { Status } from '#ui/badge.tsx'
import { dayIn, daysUntil, relativeDay } from './listing-day.tsx'

interface Props {
  deadline: string
  /** The instant of the answer, so that server and browser count alike; without it, the date alone is told. */
  now?: string | undefined
}

/** How long answers are of use: near ones in words, far ones by their date. */
export function DeadlineClock({ deadline, now }: Props) {
  const { t, i18n } = useTranslation('listings')
  const date = dayIn(i18n.language, deadline)
  const days = now === undefined ? Number.POSITIVE_INFINITY : daysUntil(deadline, now)
  if (now !== undefined && deadline <= now) return <Status>{t('deadline.closed', { date })}</Status>
  const text =
    days > 60
      ? t('deadline.closesOn', { date })
      : t('deadline.closes', { when: relativeDay(i18n.language, days), date })
  return (
    <Status tone={days <= 3 ? 'danger' : days <= 14 ? 'warning' : 'neutral'} icon="clock">
      <time dateTime={deadline}>{text}</time>
    </Status>
  )
}
