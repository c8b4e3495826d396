/** The languages the site speaks. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/**
 * The site's language for a reader: the one chosen, else the first of the browser's languages that the site speaks.
 * @param accepted an Accept-Language header
 */
export function chooseLocale(chosen: string | null | undefined, accepted: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 }
    })
    .sort((a, b) => b.quality - a.quality)
  return wishes.map(({ language }) => language).find(isLocale) ?? 'en'
}
