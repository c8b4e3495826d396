import { type Confidence, type Provenance, provenance } from './sources.ts'

/** What an organisation is to an alliance. One organisation may hold several tags. */
export const roleTagIds = [
  'hei',
  'vet',
  'education-training',
  'enterprise',
  'sme',
  'large-company',
  'chamber',
  'trade-union',
  'trade-association',
  'research',
  'public-authority',
  'city',
  'region',
  'cluster',
  'ngo',
  'investor',
  'innovation-support',
  'producers',
  'consumers',
] as const
export type RoleTag = (typeof roleTagIds)[number]

/** Categories in which programmes count their partners. */
export const roleCategoryIds = ['education-provider', 'labour-market-actor', 'hei', 'vet'] as const
export type RoleCategory = (typeof roleCategoryIds)[number]

/**
 * A note on what a tag usually counts as in a programme. It informs people; the rule pack of the programme decides,
 * because the same tag may count differently from one programme, year or policy to the next.
 */
export type RoleTagNote = {
  readonly programme: string
  readonly countsAs: RoleCategory
  readonly confidence: Confidence
}

export type RoleTagEntry = Provenance & {
  /** The wider tag that everyone with this tag also fulfils. */
  readonly broader?: RoleTag
  readonly notes: readonly RoleTagNote[]
}

const educationEnterprises = 'erasmus-afi-education-enterprises'
const blueprint = 'erasmus-afi-blueprint'

function inBoth(countsAs: RoleCategory): RoleTagNote[] {
  return [educationEnterprises, blueprint].map((programme) => ({ programme, countsAs, confidence: 'stated' }))
}

const guide = provenance('erasmus-guide', 'stated')
const own = provenance('entente', 'stated')

export const roleTags: Readonly<Record<RoleTag, RoleTagEntry>> = {
  hei: { ...guide, broader: 'education-training', notes: [...inBoth('education-provider'), ...inBoth('hei')] },
  vet: { ...guide, broader: 'education-training', notes: [...inBoth('education-provider'), ...inBoth('vet')] },
  'education-training': {
    ...guide,
    notes: [{ programme: blueprint, countsAs: 'education-provider', confidence: 'stated' }],
  },
  enterprise: { ...guide, notes: inBoth('labour-market-actor') },
  sme: { ...guide, broader: 'enterprise', notes: inBoth('labour-market-actor') },
  'large-company': { ...guide, broader: 'enterprise', notes: inBoth('labour-market-actor') },
  chamber: {
    ...guide,
    notes: [
      { programme: blueprint, countsAs: 'labour-market-actor', confidence: 'stated' },
      { programme: educationEnterprises, countsAs: 'labour-market-actor', confidence: 'unverified' },
    ],
  },
  'trade-union': { ...guide, notes: inBoth('labour-market-actor') },
  'trade-association': { ...guide, notes: inBoth('labour-market-actor') },
  research: { ...guide, notes: [] },
  'public-authority': { ...guide, notes: [] },
  city: { ...own, broader: 'public-authority', notes: [] },
  region: { ...own, broader: 'public-authority', notes: [] },
  cluster: { ...own, notes: [] },
  ngo: { ...own, notes: [] },
  investor: { ...own, notes: [] },
  'innovation-support': { ...own, notes: [] },
  producers: { ...own, notes: [] },
  consumers: { ...own, notes: [] },
}

/** The given tags and the wider tags they imply, each once, in the order of the vocabulary. */
export function withBroaderTags(tags: readonly RoleTag[]): RoleTag[] {
  const held = new Set<RoleTag>(tags)
  for (const tag of tags) {
    const { broader } = roleTags[tag]
    if (broader !== undefined) held.add(broader)
  }
  return roleTagIds.filter((tag) => held.has(tag))
}
