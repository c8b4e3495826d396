/**
 * How sure an entry is: `stated` by the funder's own text as this project received it, `published` on a public page,
 * `unverified` when it is general knowledge nobody has checked yet (shown as such to people).
 */
export const confidenceIds = ['stated', 'published', 'unverified'] as const
export type Confidence = (typeof confidenceIds)[number]

/** Where the entries of the vocabularies come from. */
export const sources = {
  entente: 'Entente: own list, made for this platform',
  'iso-3166-1': 'ISO 3166-1 alpha-2; XK is a user-assigned code in use by the European institutions',
  'iso-639-1': 'ISO 639-1, Codes for the representation of names of languages',
  'iso-4217': 'ISO 4217, Codes for the representation of currencies',
  'eu-treaties': 'Treaties of accession to, and the agreement on withdrawal from, the European Union',
  'eu-languages': 'Council Regulation No 1 determining the languages to be used, as amended',
  'eea-agreement': 'Agreement on the European Economic Area',
  'nuts-2013': 'NUTS 2013, Commission Regulation (EU) No 1319/2013; codes and names only',
  'eu-sme-definition': 'Commission Recommendation 2003/361/EC, annex, article 2',
  'eu-industrial-ecosystems': 'European Commission, the 14 industrial ecosystems of the industrial strategy (2021)',
  'eu-funding-portal': 'EU Funding & Tenders Portal, participant register: organisation types',
  'european-partnering-profiles': 'Business, technology and research profiles as used by European partnering networks',
  'erasmus-guide': 'Erasmus+ Programme Guide, eligible countries, and the legal bases (EU) 1288/2013 and (EU) 2021/817',
  'horizon-europe-countries': 'European Commission, List of participating countries in Horizon Europe',
  'horizon-widening': 'Horizon Europe, Widening participation: list of widening countries',
  'eurostars-countries': 'Eurostars-3 eligibility guidelines, participating countries',
  'interreg-alpine-space': 'Interreg Alpine Space 2021-2027, programme area',
  'horizon-2020-annex-g': 'Horizon 2020 Work Programme, General Annex G: technology readiness levels',
  'eqf-recommendation':
    'Council Recommendation of 22 May 2017 on the European Qualifications Framework, annexes II and III',
  'nace-rev-2': 'NACE Rev. 2, Regulation (EC) No 1893/2006, annex I',
  'un-sdgs': 'United Nations General Assembly, resolution A/RES/70/1: the 17 Sustainable Development Goals',
} as const
export type SourceId = keyof typeof sources

/** What every entry of a vocabulary carries: its source, and how sure it is. */
export type Provenance = { readonly source: SourceId; readonly confidence: Confidence }

/** The same provenance for several entries. */
export function provenance(source: SourceId, confidence: Confidence): Provenance {
  return { source, confidence }
}
