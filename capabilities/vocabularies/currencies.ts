import { type Provenance, provenance } from './sources.ts'

/** Currencies in which prices and budgets may be given: the euro first, then those of Europe and its associates. */
// biome-ignore format: codes read better in rows
export const currencyIds = [
  'EUR', 'ALL', 'AMD', 'BAM', 'CAD', 'CHF', 'CZK', 'DKK', 'GBP', 'GEL', 'HUF', 'ILS', 'ISK', 'MDL', 'MKD',
  'NOK', 'PLN', 'RON', 'RSD', 'SEK', 'TND', 'TRY', 'UAH', 'USD',
] as const
export type CurrencyCode = (typeof currencyIds)[number]

export const currenciesProvenance: Provenance = provenance('iso-4217', 'published')
