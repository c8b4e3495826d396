import { type Provenance, provenance } from './sources.ts'

/** Every ISO 3166-1 alpha-2 code, and XK for Kosovo (user-assigned, without prejudice to positions on status). */
// biome-ignore format: codes read better in rows
export const countryIds = [
  'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ',
  'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV',
  'BW', 'BY', 'BZ',
  'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY',
  'CZ',
  'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ',
  'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET',
  'FI', 'FJ', 'FK', 'FM', 'FO', 'FR',
  'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW',
  'GY',
  'HK', 'HM', 'HN', 'HR', 'HT', 'HU',
  'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT',
  'JE', 'JM', 'JO', 'JP',
  'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ',
  'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY',
  'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU',
  'MV', 'MW', 'MX', 'MY', 'MZ',
  'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ',
  'OM',
  'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY',
  'QA',
  'RE', 'RO', 'RS', 'RU', 'RW',
  'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV',
  'SX', 'SY', 'SZ',
  'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ',
  'UA', 'UG', 'UM', 'US', 'UY', 'UZ',
  'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU',
  'WF', 'WS',
  'XK',
  'YE', 'YT',
  'ZA', 'ZM', 'ZW',
] as const
export type CountryCode = (typeof countryIds)[number]

export const countriesProvenance: Provenance = provenance('iso-3166-1', 'published')

/** Countries offered first in forms: Europe, the Caucasus, Türkiye and Israel, whose organisations take part most. */
// biome-ignore format: codes read better in rows
export const europeanCountryIds = [
  'AD', 'AL', 'AM', 'AT', 'AX', 'AZ', 'BA', 'BE', 'BG', 'BY', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI',
  'FO', 'FR', 'GB', 'GE', 'GG', 'GI', 'GR', 'HR', 'HU', 'IE', 'IL', 'IM', 'IS', 'IT', 'JE', 'LI', 'LT', 'LU',
  'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'RU', 'SE', 'SI', 'SJ', 'SK', 'SM',
  'TR', 'UA', 'VA', 'XK',
] as const satisfies readonly CountryCode[]

const known: ReadonlySet<string> = new Set(countryIds)
const european: ReadonlySet<string> = new Set(europeanCountryIds)

/** Codes the European institutions write otherwise than ISO. */
const aliases: Readonly<Record<string, CountryCode>> = { EL: 'GR', UK: 'GB' }

/** True for a code of the vocabulary as it is written there (upper case, no alias). */
export function isCountryCode(value: unknown): value is CountryCode {
  return typeof value === 'string' && known.has(value)
}

/** The code of the vocabulary for what people and files write: ` el ` is `GR`, `uk` is `GB`; else `undefined`. */
export function normaliseCountry(text: string): CountryCode | undefined {
  const code = text.trim().toUpperCase()
  const resolved = Object.hasOwn(aliases, code) ? aliases[code] : code
  return isCountryCode(resolved) ? resolved : undefined
}

const names = new Map<string, Intl.DisplayNames>()
/**
 * Named differently by servers and browsers, except in short and without what stands in brackets: a page has to say the
 * same on both.
 */
const namedApart: ReadonlySet<CountryCode> = new Set(['FK', 'HK', 'MO', 'PS'])

/**
 * The name of a country in the language of the reader. Aliases (EL, UK) are understood; what is no country comes back
 * as it is, so that a list never shows an empty name.
 *
 * @throws RangeError when `locale` is not a well-formed language tag
 */
export function countryName(code: string, locale: string): string {
  const country = normaliseCountry(code)
  if (country === undefined) return code
  if (!namedApart.has(country)) return namesIn(locale, 'long').of(country) ?? country
  return (
    namesIn(locale, 'short')
      .of(country)
      ?.replace(/ \(.*\)$/, '') ?? country
  )
}

function namesIn(locale: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${locale} ${style}`
  const known = names.get(key)
  if (known) return known
  const made = new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' })
  names.set(key, made)
  return made
}

export type CountryChoice = { readonly code: CountryCode; readonly name: string }

/** Countries for a form: Europe first, then elsewhere, each sorted by name in the reader's language. */
export function countriesForForms(locale: string): { europe: CountryChoice[]; elsewhere: CountryChoice[] } {
  const { compare } = new Intl.Collator(locale)
  const choices = countryIds
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((one, other) => compare(one.name, other.name))
  return {
    europe: choices.filter((choice) => european.has(choice.code)),
    elsewhere: choices.filter((choice) => !european.has(choice.code)),
  }
}
