import { z } from 'zod'
import { changeOf } from '#platform/change.ts'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { roleTagIds } from '../vocabularies/role-tags.ts'
import { sizeIds } from '../vocabularies/sizes.ts'

export const standings = ['listed', 'claimed', 'verified'] as const
export const organisationSorts = ['name', 'updated', 'country'] as const

const words = (most: number) =>
  z
    .array(z.string().trim().min(1).max(80))
    .max(most)
    .transform((list) => [...new Set(list)])

export const smeEvidence = z.strictObject({
  staff: z.number().int().min(0).max(10_000_000).describe('Annual work units'),
  turnover: z.number().int().min(0).nullable().describe('Euros a year'),
  balanceSheet: z.number().int().min(0).nullable().describe('Euros'),
  year: z.number().int().min(1990).max(2100).describe('Accounting year'),
  note: z.string().trim().max(1000).describe('Partner and linked enterprises, ownership'),
})

/** What a person enters about an organisation. */
export const organisationDraft = z.strictObject({
  legalName: z.string().trim().min(2).max(300).describe('Name in the register'),
  displayName: z.string().trim().min(2).max(200).describe('Name as it is known'),
  otherNames: words(20).default([]).describe('Acronyms, names in other languages'),
  organisationType: z.enum(organisationTypeIds).describe('Type on the funding portal'),
  roleTags: z
    .array(z.enum(roleTagIds))
    .max(roleTagIds.length)
    .default([])
    .describe('All that it is: HEI, VET, chamber, SME, …'),
  size: z.enum(sizeIds).nullable().default(null).describe('Size by staff and money'),
  staff: z.number().int().min(0).max(10_000_000).nullable().default(null).describe('People employed'),
  smeEvidence: smeEvidence.nullable().default(null).describe('What shows that it is an SME'),
  country: z.enum(countryIds).describe('ISO 3166-1 alpha-2'),
  nuts: z
    .string()
    .regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/)
    .nullable()
    .default(null)
    .describe('NUTS region, version 2013'),
  city: z.string().trim().max(120).default(''),
  address: z.string().trim().max(300).default(''),
  latitude: z.number().min(-90).max(90).nullable().default(null).describe('Degrees, WGS 84'),
  longitude: z.number().min(-180).max(180).nullable().default(null).describe('Degrees, WGS 84'),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable()
    .default(null),
  foundedYear: z.number().int().min(1000).max(2100).nullable().default(null),
  pic: z
    .string()
    .regex(/^\d{9}$/, 'organisations:errors.pic')
    .nullable()
    .default(null)
    .describe('Participant identification code, nine digits'),
  oid: z
    .string()
    .regex(/^E\d{8}$/, 'organisations:errors.oid')
    .nullable()
    .default(null)
    .describe('Erasmus+ organisation id, E and eight digits'),
  erasmusCode: z
    .string()
    .trim()
    .max(20)
    .nullable()
    .default(null)
    .describe('Erasmus code of a higher education institution'),
  vat: z.string().trim().max(20).nullable().default(null).describe('VAT number'),
  ror: z
    .string()
    .regex(/^0[a-z0-9]{8}$/, 'organisations:errors.ror')
    .nullable()
    .default(null)
    .describe('ROR id, nine characters'),
  language: z.enum(languageIds).default('en').describe('Language of the summary'),
  summary: z.string().trim().max(3000).default('').describe('What it does, for a possible partner'),
  ecosystems: z.array(z.enum(ecosystemIds)).max(14).default([]).describe('Industrial ecosystems'),
  competences: words(40).default([]).describe('What it is good at'),
  services: words(40).default([]).describe('What it does for others'),
  targetCountries: z.array(z.enum(countryIds)).max(60).default([]).describe('Countries it looks to'),
  languages: z.array(z.enum(languageIds)).max(30).default([]).describe('Languages it works in'),
  contactEmail: z.email().max(200).nullable().default(null).describe('Address for enquiries, shown to members'),
})
export type OrganisationDraft = z.infer<typeof organisationDraft>

export const organisationRights = z.object({
  edit: z.boolean(),
  manage: z.boolean(),
  post: z.boolean(),
  claim: z.boolean(),
  verify: z.boolean(),
  suspend: z.boolean(),
})

export const organisationSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  displayName: z.string(),
  organisationType: z.enum(organisationTypeIds),
  roleTags: z.array(z.enum(roleTagIds)),
  size: z.enum(sizeIds).nullable(),
  country: z.enum(countryIds),
  city: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  ecosystems: z.array(z.enum(ecosystemIds)),
  competences: z.array(z.string()),
  summary: z.string(),
  language: z.enum(languageIds),
  standing: z.enum(standings),
  demonstration: z.boolean(),
  lastConfirmedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
})
export type OrganisationSummary = z.infer<typeof organisationSummary>

/** An organisation as its page shows it. */
export const organisationView = z.object({
  ...organisationDraft.shape,
  id: z.uuid(),
  slug: z.string(),
  standing: z.enum(standings),
  demonstration: z.boolean(),
  suspended: z.boolean(),
  lastConfirmedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int().describe('Send it back with a change'),
  /** What the reader may do here. */
  can: organisationRights,
})
export type OrganisationView = z.infer<typeof organisationView>

export const organisationQuery = z.strictObject({
  ...pageQuery(organisationSorts),
  country: z.array(z.enum(countryIds)).default([]),
  organisationType: z.array(z.enum(organisationTypeIds)).default([]),
  roleTag: z.array(z.enum(roleTagIds)).default([]),
  ecosystem: z.array(z.enum(ecosystemIds)).default([]),
  size: z.array(z.enum(sizeIds)).default([]),
  standing: z.array(z.enum(standings)).default([]),
})
export type OrganisationQuery = z.infer<typeof organisationQuery>

export const organisationPage = pageOf(organisationSummary)

export const organisationChange = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(1).describe('The version the change was made from'),
  change: changeOf(organisationDraft),
})
