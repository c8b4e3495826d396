import type { MatchDocument, OrganisationType } from '#engines/matching/document.ts'
import { conceals } from '../../listings/policy.ts'
import type { Listing } from '../../listings/service/find.ts'
import type { OrganisationProfile } from '../../organisations/service/many.ts'
import type { PartnerType } from '../../vocabularies/partner-types.ts'
import { type RoleTag, withBroaderTags } from '../../vocabularies/role-tags.ts'
import type { Size } from '../../vocabularies/sizes.ts'

/** What matching needs of a listing's owner, as its profile has it now. */
export interface OwnerTraits {
  country: string
  nuts: string | null
  organisationType: OrganisationType
  size: Size | null
  roleTags: readonly RoleTag[]
  languages: readonly string[]
}

/** The engine knows role tags as words of any kind: types of partner travel among them under this mark. */
const MARK = 'partner:'

export const isPartnerType = (tag: string | number): boolean => String(tag).startsWith(MARK)
export const partnerTypeIn = (tag: string | number): string => String(tag).slice(MARK.length)

const bySize: Record<Size, PartnerType> = { micro: 'sme-10', small: 'sme-49', medium: 'sme-249', large: 'large' }

/** The types of partner an organisation is; a company that does not tell its size may be of any. */
export function partnerTypesOf({ organisationType, size, roleTags }: OwnerTraits): PartnerType[] {
  const types = new Set<PartnerType>()
  const company = organisationType === 'PRC' || roleTags.some((tag) => tag === 'sme' || tag === 'enterprise')
  if (company && size !== null) types.add(bySize[size])
  if (company && size === null) for (const type of Object.values(bySize)) types.add(type)
  if (organisationType === 'HES' || roleTags.includes('hei')) types.add('university')
  if (organisationType === 'REC' || roleTags.includes('research')) types.add('rd')
  return types.size > 0 ? [...types] : ['other']
}

/** A need or an offer as the engine takes it. What a listing keeps back of its owner is not in it. */
export function listingDocument(row: Listing, owner: OwnerTraits): MatchDocument {
  const languages = row.languages.length > 0 ? row.languages : conceals(row.visibility) ? [] : owner.languages
  const ranged = row.trlMin !== null || row.trlMax !== null
  return {
    id: row.id,
    organisation: row.organisation,
    side: row.side,
    kind: row.kind,
    language: row.language,
    title: row.title,
    summary: row.summary,
    body: [row.description, row.advantages, row.expertiseSought, row.partnerRole].filter(Boolean).join('\n\n'),
    keywords: row.keywords,
    country: owner.country,
    organisationType: owner.organisationType,
    roleTags: [...withBroaderTags(owner.roleTags), ...partnerTypesOf(owner).map((type) => MARK + type)],
    size: owner.size,
    trl: ranged ? { min: row.trlMin ?? 1, max: row.trlMax ?? 9 } : null,
    sectors: row.ecosystems,
    visibility: row.visibility,
    publishedAt: Date.parse(row.publishedAt ?? row.createdAt),
    deadline: row.endsAt === null ? null : Date.parse(row.endsAt),
    wishes: {
      countries: row.targetCountries,
      roleTags: row.partnerTypes.map((type) => MARK + type),
      sizes: row.partnerSizes,
      cooperationTypes: row.cooperationTypes,
      languages: languages.length > 0 ? [...new Set([...languages, row.language])] : [],
    },
  }
}

/** A whole organisation as the engine takes it: what it says of itself, not what it is called. */
export function profileDocument(row: OrganisationProfile): MatchDocument {
  return {
    id: row.id,
    organisation: row.id,
    side: 'profile',
    kind: 'profile',
    language: row.language,
    title: '',
    summary: row.summary,
    body: '',
    keywords: [...row.competences, ...row.services],
    country: row.country,
    nuts: row.nuts ?? undefined,
    organisationType: row.organisationType,
    roleTags: [...withBroaderTags(row.roleTags), ...partnerTypesOf(row).map((type) => MARK + type)],
    size: row.size,
    trl: null,
    sectors: row.ecosystems,
    visibility: 'public',
    publishedAt: Date.parse(row.createdAt),
    deadline: null,
    wishes: { countries: row.targetCountries, languages: row.languages },
  }
}
