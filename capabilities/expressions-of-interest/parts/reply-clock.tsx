import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Status, type Tone } from '#ui/badge.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import type { clock } from '../schema.ts'

/** Under two days the answer presses. */
const SOON = 48

/** `in 3 days`, `in 5 hours`. */
function timeLeft(locale: string, hours: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  return hours >= SOON ? words.format(Math.floor(hours / 24), 'day') : words.format(Math.max(1, hours), 'hour')
}

/** How the reply promise stands, in words. */
export function useClockWords(): (clock: Clock, owed: boolean) => { words: string; tone: Tone } {
  const { t, i18n } = useTranslation('expressions-of-interest')
  return ({ state, dueAt, hoursLeft }, owed) => {
    const date = dayIn(i18n.language, dueAt)
    if (state === 'running') {
      const when = timeLeft(i18n.language, hoursLeft ?? 0)
      const pressing = (hoursLeft ?? 0) < SOON
      return {
        words: t(owed ? 'clock.owed' : 'clock.awaited', { when, date }),
        tone: owed ? (pressing ? 'danger' : 'warning') : 'neutral',
      }
    }
    const tone = state === 'kept' ? 'success' : state === 'missed' ? 'warning' : 'neutral'
    return { words: t(`clock.${state}`, { date }), tone }
  }
}

export type Clock = z.infer<typeof clock>

/** The clock of a reply promise. `owed`: the reader's own side has to answer. */
export function ReplyClock({ clock, owed }: { clock: Clock; owed: boolean }) {
  const clockWords = useClockWords()
  const { words, tone } = clockWords(clock, owed)
  return (
    <Status tone={tone} icon={clock.state === 'running' ? 'clock' : undefined}>
      {words}
    </Status>
  )
}
