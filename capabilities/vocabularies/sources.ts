/**
 * How sure an entry is: `stated` by the funder's own text as this project received it, `published` on a public page,
 * `unverified` when it is general knowledge nobody has checked yet (shown as such to people).
 */
export const confidenceIds = ['stated', 'published', 'unverified'] as const
export type Confidence = (typeof confidenceIds)[number]

/** Where the entries of the vocabularies come from. Titles are in the messages, `source.<id>`. */
export const sourceIds = [
  'entente',
  'iso-3166-1',
  'iso-639-1',
  'iso-4217',
  'eu-treaties',
  'eu-languages',
  'eea-agreement',
  'nuts-2013',
  'eu-sme-definition',
  'eu-industrial-ecosystems',
  'eu-funding-portal',
  'european-partnering-profiles',
  'erasmus-guide',
  'horizon-europe-countries',
  'horizon-widening',
  'eurostars-countries',
  'interreg-alpine-space',
  'horizon-2020-annex-g',
  'eqf-recommendation',
  'nace-rev-2',
  'un-sdgs',
] as const
export type SourceId = (typeof sourceIds)[number]

/** Addresses of the sources that have a lasting one. */
export const sourceAddresses: Readonly<Partial<Record<SourceId, string>>> = {
  'eu-sme-definition': 'http://data.europa.eu/eli/reco/2003/361/oj',
  'nace-rev-2': 'http://data.europa.eu/eli/reg/2006/1893/oj',
  'nuts-2013': 'http://data.europa.eu/eli/reg/2013/1319/oj',
  'un-sdgs': 'https://sdgs.un.org/2030agenda',
}

/** What every entry of a vocabulary carries: its source, and how sure it is. */
export type Provenance = { readonly source: SourceId; readonly confidence: Confidence }

/** The same provenance for several entries. */
export function provenance(source: SourceId, confidence: Confidence): Provenance {
  return { source, confidence }
}
