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

const words = (most: number, longest = 80) =>
  z
    .array(z.string().trim().min(1).max(longest))
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
  otherNames: words(20, 200).default([]).describe('Acronyms, names in other languages'),
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
  emailDomains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'organisations:errors.emailDomain'),
    )
    .max(20)
    .default([])
    .describe('Domains of the e-mail addresses of its people, beside the website’s'),
})
export type OrganisationDraft = z.infer<typeof organisationDraft>

const flag = z.boolean()
export const organisationRights = z.object({
  ...{ edit: flag, manage: flag, admit: flag, affiliate: flag, post: flag },
  ...{ claim: flag, leave: flag, verify: flag, suspend: flag },
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
  charterFrom: z.iso.date().nullable().describe('First day of its Erasmus Charter for Higher Education'),
  charterUntil: z.iso.date().nullable().describe('Last day of its Erasmus Charter for Higher Education'),
  managed: z.boolean().describe('Whether anybody keeps the profile'),
  members: z.number().int().describe('How many organisations belong to it'),
  memberOf: z.number().int().describe('How many it belongs to'),
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

export const memberRoles = ['owner', 'manager', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]
const role = z.enum(memberRoles).describe('owner and manager keep the profile and the people; member posts and answers')
const organisationName = z.object({
  ...{ id: z.uuid(), slug: z.string(), displayName: z.string() },
  ...{ country: z.enum(countryIds), city: z.string() },
})

export const inOrganisation = z.strictObject({ organisation: z.uuid() })
export const memberOfOrganisation = inOrganisation.extend({ person: z.uuid() })

export const memberView = z.object({
  person: z.uuid(),
  name: z.string(),
  headline: z.string(),
  contact: z.boolean().describe('Shown to everybody as someone to talk to'),
  role: role.nullable().describe('Null where only contacts are shown'),
  email: z.string().nullable().describe('For those who act for the organisation'),
  since: z.iso.datetime().nullable(),
  suspended: z.boolean(),
})
export const peopleView = z.object({
  rows: z.array(memberView),
  total: z.number().int(),
  full: z.boolean().describe('False: only the contacts are shown'),
})

export const invitationDraft = inOrganisation.extend({ email: z.email().max(200).toLowerCase(), role })
export type InvitationDraft = z.infer<typeof invitationDraft>
export const invitationView = z.object({
  id: z.uuid(),
  organisation: organisationName,
  email: z.string(),
  role,
  invitedBy: z.string().nullable().describe('Name'),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'expired', 'accepted']),
})
export const invitationList = z.object({ rows: z.array(invitationView), total: z.number().int() })
export const invitationSecret = z.strictObject({ secret: z.string().min(20).max(100) })
/** By the secret from the mail, or, for the one whose confirmed address was invited, by id. */
export const invitationAcceptance = z.union([invitationSecret, z.strictObject({ id: z.uuid() })])

export const joinRequest = inOrganisation.extend({
  message: z.string().trim().max(1000).default('').describe('Who one is, for whoever decides'),
})
export const requestDecision = memberOfOrganisation.extend({
  accept: z.boolean(),
  role: z.enum(memberRoles).default('member').describe('The role given; where nobody keeps the profile: owner'),
  reason: z.string().trim().max(1000).default('').describe('Needed to decline; the person reads it'),
})
export type RequestDecision = z.infer<typeof requestDecision>
export const requestView = z.object({
  organisation: organisationName,
  person: z.uuid(),
  name: z.string(),
  email: z.string(),
  takeOver: z.boolean().describe('Asks for the whole profile, as all who keep it are away'),
  addressMatches: z.boolean().describe('The confirmed address is at a domain of the organisation'),
  decidedBy: z.enum(['managers', 'moderators']),
  message: z.string(),
  askedAt: z.iso.datetime(),
})
const { q: _, ...requestPaging } = pageQuery(['oldest'])
export const requestQuery = z.strictObject({
  ...requestPaging,
  organisation: z.uuid().optional().describe('Left out: all that the reader decides on'),
})
export const requestPage = pageOf(requestView)

export const roleChange = memberOfOrganisation.extend({ role })
export const contactChange = memberOfOrganisation.extend({ contact: z.boolean() })
export const departure = inOrganisation.extend({
  successor: z.uuid().optional().describe('Who becomes an owner: needed for the last owner while others stay'),
})

export const mineView = z.object({
  memberships: z.array(organisationName.extend({ role, verified: z.boolean(), waiting: z.number().int() })),
  requests: z.array(
    organisationName.extend({
      state: z.enum(['asked', 'declined']),
      takeOver: z.boolean(),
      reason: z.string(),
      askedAt: z.iso.datetime(),
    }),
  ),
  invitations: z.array(invitationView),
})

export const affiliationSides = ['members', 'memberOf'] as const
export const affiliationQuery = z.strictObject({
  ...pageQuery(['name', 'newest']),
  country: z.array(z.enum(countryIds)).default([]),
  organisation: z.uuid(),
  side: z.enum(affiliationSides).describe('members: who belongs to it; memberOf: what it belongs to'),
  state: z.enum(['confirmed', 'proposed']).default('confirmed'),
})
export type AffiliationQuery = z.infer<typeof affiliationQuery>
export const affiliationPair = z.strictObject({
  body: z.uuid().describe('The cluster, association, alliance'),
  member: z.uuid().describe('The organisation that belongs to it'),
})
export const affiliationView = z.object({
  body: z.uuid(),
  member: z.uuid(),
  organisation: organisationName.extend({
    ...{ organisationType: z.enum(organisationTypeIds), size: z.enum(sizeIds).nullable() },
    ...{ latitude: z.number().nullable(), longitude: z.number().nullable() },
  }),
  state: z.enum(['proposed', 'confirmed']),
  proposedBy: z.enum(['body', 'member', 'moderator']),
  since: z.iso.datetime(),
  can: z.object({ confirm: z.boolean(), end: z.boolean() }),
})
export const affiliationPage = pageOf(affiliationView)

export const importSources = ['eche', 'ror', 'members'] as const
export type ImportSource = (typeof importSources)[number]
export const importStates = ['previewing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed'] as const
/** look: more than one organisation fits, or one only nearly; suggested: left to the people who keep the profile. */
export const importOutcomes = ['new', 'merge', 'suggested', 'unchanged', 'look', 'refused', 'skipped'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** What a row of a file says of an organisation; what it does not say is blank. */
export interface Candidate
  extends Omit<
    OrganisationDraft,
    | 'smeEvidence'
    | 'language'
    | 'summary'
    | 'ecosystems'
    | 'services'
    | 'targetCountries'
    | 'languages'
    | 'emailDomains'
  > {
  charterFrom: string | null
  charterUntil: string | null
}
export const likeness = z.object({
  organisation: z.uuid(),
  score: z.number().describe('0 to 1: how much of the names is the same'),
  why: z.enum(['identifier', 'website', 'name']),
})
export type Likeness = z.infer<typeof likeness>
export const rowProblem = z.object({ code: z.string(), field: z.string().optional(), value: z.string().optional() })
export type RowProblem = z.infer<typeof rowProblem>
export const rowRepair = z.object({ field: z.string(), from: z.string(), to: z.string() })
export type RowRepair = z.infer<typeof rowRepair>

/** The fields a column of a member list may be; `''` leaves the column out. */
export const importFields = [
  ...['legalName', 'displayName', 'otherNames', 'organisationType', 'size', 'country', 'city', 'address', 'website'],
  ...['pic', 'oid', 'erasmusCode', 'vat', 'ror', 'foundedYear', 'staff', 'competences', 'contactEmail', 'nuts'],
] as const

export const importStart = z.strictObject({
  source: z.enum(importSources),
  file: z.file().max(30_000_000, 'organisations:errors.importTooLarge'),
  body: z.uuid().optional().describe('For a member list: the organisation they belong to'),
})
const mapping = z.record(z.string().max(200), z.enum(['', ...importFields] as [string, ...string[]]))
export const importMapping = z.strictObject({ id: z.uuid(), mapping: mapping.describe('Field by column') })
export const importView = z.object({
  id: z.uuid(),
  source: z.enum(importSources),
  fileName: z.string(),
  body: z.uuid().nullable(),
  state: z.enum(importStates),
  ...{ encoding: z.string(), columns: z.array(z.string()), mapping: z.record(z.string(), z.string()) },
  total: z.number().int().describe('Rows in the file'),
  progress: z.number().int().describe('Rows that the present step is done with'),
  counts: z.record(z.string(), z.number().int()).describe('Rows by outcome'),
  problems: z.record(z.string(), z.number().int()).describe('Rows by problem'),
  repaired: z.number().int().describe('Rows with repaired characters'),
  undoing: z.record(z.string(), z.number().int()).describe('Rows by what undoing came to'),
  failure: z.string().nullable().describe('Why it failed, as a sentence'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  can: z.object({ map: z.boolean(), run: z.boolean(), undo: z.boolean() }),
})
export const importPage = pageOf(importView)
export const importQuery = z.strictObject({
  ...pageQuery(['newest']),
  body: z.uuid().optional(),
  source: z.array(z.enum(importSources)).default([]),
  state: z.array(z.enum(importStates)).default([]),
})
export const importRowQuery = z.strictObject({
  ...pageQuery(['line']),
  id: z.uuid(),
  outcome: z.array(z.enum(importOutcomes)).default([]),
  problem: z.array(z.string().max(40)).default([]).describe('Code of a problem'),
  repaired: z.boolean().optional().describe('Only rows with repaired characters'),
})
export const importRowView = z.object({
  ...{ line: z.number().int(), outcome: z.enum(importOutcomes).nullable(), name: z.string() },
  raw: z.record(z.string(), z.string()),
  organisation: z.uuid().nullable(),
  there: z.object({ displayName: z.string(), slug: z.string() }).nullable().describe('Once it is there'),
  candidates: z.array(likeness.extend({ displayName: z.string(), slug: z.string() })),
  problems: z.array(rowProblem.extend({ sentence: z.string() })),
  repairs: z.array(rowRepair),
  change: z.record(z.string(), z.unknown()).nullable().describe('The fields it fills'),
  ...{ undone: z.string().nullable(), decision: z.enum(['new', 'merge', 'skip']).nullable() },
})
export const importRowPage = pageOf(importRowView)
export const importDecision = z.strictObject({
  id: z.uuid(),
  line: z.number().int(),
  decision: z.enum(['new', 'merge', 'skip']),
  organisation: z.uuid().optional().describe('To merge with'),
})

const suggestion = z.object({
  ...{ import: z.uuid(), line: z.number().int(), source: z.enum(importSources), fileName: z.string() },
  ...{ at: z.iso.datetime(), change: z.record(z.string(), z.unknown()) },
})
export const suggestionList = z.object({ rows: z.array(suggestion), total: z.number().int() })
export const suggestionSettlement = inOrganisation.extend({
  import: z.uuid(),
  line: z.number().int(),
  fields: z.array(z.string()).max(40).describe('Those to take over; none of them: dismissed'),
})
