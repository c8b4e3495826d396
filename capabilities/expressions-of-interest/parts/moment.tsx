import { useTranslation } from 'react-i18next'
import { useHydrated } from '#ui/hydrated.ts'

/** Day and hour of an instant: where the reader is once the page runs there, before that in UTC and said so. */
export function useMoment(): (instant: string) => string {
  const { i18n } = useTranslation('expressions-of-interest')
  const here = useHydrated()
  const format = new Intl.DateTimeFormat(i18n.language, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...(here ? {} : { timeZone: 'UTC', timeZoneName: 'short' }),
  } as Intl.DateTimeFormatOptions)
  return (instant) => format.format(new Date(instant))
}
