import { type Provenance, provenance } from './sources.ts'

/** Languages the site itself speaks. */
export const siteLanguageIds = ['en', 'fr'] as const
export type SiteLanguage = (typeof siteLanguageIds)[number]

/** The 24 official languages of the European Union. */
// biome-ignore format: codes read better in rows
export const euLanguageIds = [
  'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl',
  'pl', 'pt', 'ro', 'sk', 'sl', 'sv',
] as const

/** Languages of neighbours and of Europe's regions, and those partners further away often work in. */
// biome-ignore format: codes read better in rows
export const otherLanguageIds = [
  'ar', 'bs', 'ca', 'cy', 'eu', 'gl', 'he', 'hy', 'is', 'ja', 'ka', 'ko', 'lb', 'mk', 'no', 'ru', 'sq', 'sr',
  'tr', 'uk', 'zh',
] as const

/** Every language an organisation, a listing or a course may name. */
export const languageIds = [...euLanguageIds, ...otherLanguageIds] as const
export type LanguageCode = (typeof languageIds)[number]

export const euLanguagesProvenance: Provenance = provenance('eu-languages', 'published')
export const otherLanguagesProvenance: Provenance = provenance('iso-639-1', 'published')

const names = new Map<string, Intl.DisplayNames>()

/**
 * The name of a language in the language of the reader: `languageName('de', 'fr')` is "allemand". An unknown code comes
 * back as it is.
 *
 * @throws RangeError when `locale` is not a well-formed language tag
 */
export function languageName(code: string, locale: string): string {
  let display = names.get(locale)
  if (display === undefined) {
    display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
    names.set(locale, display)
  }
  try {
    return display.of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}

/** Languages for a form, sorted by their name in the reader's language. */
export function languagesForForms(locale: string): { code: LanguageCode; name: string }[] {
  const { compare } = new Intl.Collator(locale)
  return languageIds
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((one, other) => compare(one.name, other.name))
}
