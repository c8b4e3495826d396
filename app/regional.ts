/** How dates and numbers are written in each language of the site: English as Europe writes it. */
const regions: Record<string, string> = { en: 'en-GB' }

/** @param locale a language of the site */
export function regional(locale: string): string {
  return regions[locale] ?? locale
}
