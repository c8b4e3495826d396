import type { MatchDocument } from '#engines/matching/document.ts'
import type { SearchOptions } from '#engines/matching/query.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { listingPolicy } from '../../listings/policy.ts'
import { findListings, type Listing } from '../../listings/service/find.ts'
import { presentCards } from '../../listings/service/present.ts'
import { organisationSummaries } from '../../organisations/service/list.ts'
import { organisationsAmong } from '../../organisations/service/many.ts'
import type { Mark, MatchRow } from '../schema.ts'
import { marksOf } from './marks.ts'
import { reasonsOf } from './reasons.ts'
import type { Replica } from './replica.ts'

/** For whom something is found. */
export interface Reader {
  actor: Actor
  locale: string
  now: Date
}

type Sides = SearchOptions['sides']

/** A listing that fits, before it is shown. */
export interface Candidate {
  /** What it fits: one's own listing, or null for one's profile. */
  own: Listing | null
  organisation: string
  row: Listing
  strength: number
  mark: Mark | null
  foundAt: string | null
  newcomer: boolean
}

/** Organisations named beside what fits. */
const PARTNERS = 5
/** How often it is looked again without what the reader may not see. */
const ATTEMPTS = 6

export function ownOf(row: Listing): NonNullable<MatchRow['own']> {
  const { id, reference, side, title, language, status } = row
  return { id, reference, side, title, language, status }
}

/** Listings as cards for one reader, by id, with the one right that matters here. */
export async function cardsOf(
  db: Db,
  actor: Actor,
  rows: readonly Listing[],
): Promise<Map<string, MatchRow['listing']>> {
  const cards = await presentCards(db, actor, rows)
  return new Map(cards.map((card) => [card.id, { ...card, can: { answer: card.can.answer } } as MatchRow['listing']]))
}

/** Candidates as the reader sees them, with why each fits. */
export async function presentCandidates(
  db: Db,
  replica: Replica | null,
  reader: Reader,
  candidates: readonly Candidate[],
): Promise<MatchRow[]> {
  const cards = await cardsOf(
    db,
    reader.actor,
    candidates.map(({ row }) => row),
  )
  return candidates.flatMap(({ own, organisation, row, strength, mark, foundAt, newcomer }) => {
    const listing = cards.get(row.id)
    if (!listing) return []
    const document = own ? replica?.documentOf(own) : replica?.index.get(organisation)
    const reasons =
      replica && document ? explained(replica, reader, document, replica.documentOf(row), [row.side]) : null
    return [
      {
        own: own && ownOf(own),
        organisation,
        listing,
        strength: reasons?.strength ?? strength,
        mark,
        foundAt,
        // That an organisation is new tells of it: only where it is known.
        newcomer: newcomer && listing.organisation !== null,
        reasons,
      },
    ]
  })
}

function explained(
  replica: Replica,
  { now, locale }: Pick<Reader, 'now' | 'locale'>,
  document: MatchDocument,
  other: MatchDocument | undefined,
  sides: Sides,
) {
  const explanation = other && replica.index.explain(document, other, { now: now.getTime(), sides })
  return explanation ? reasonsOf(explanation, { own: document, theirs: other }, locale) : null
}

interface Wanted {
  sides?: Sides
  /** What is not to be found again. */
  without: readonly string[]
  limit: number
}

/** What fits a document, of what the reader may see: match-only listings only where they were opened to the reader. */
async function find(
  db: Db,
  replica: Replica,
  reader: Reader,
  document: MatchDocument,
  { sides, without, limit }: Wanted,
) {
  const hidden = new Set(without)
  for (let attempt = 1; ; attempt++) {
    const options = { now: reader.now.getTime(), sides, excludeIds: [...hidden], limit }
    const { matches, status } = replica.index.search(document, options)
    const ids = matches.map(({ id }) => id)
    const rows = new Map((await findListings(db, ids)).map((row) => [row.id, row]))
    const seen = matches.flatMap(({ id, strength, rules }) => {
      const row = rows.get(id)
      if (row?.status !== 'published' || !listingPolicy.sees(reader.actor, row)) return []
      return [{ row, strength, newcomer: rules.some(({ code }) => code === 'newcomer-exposure') }]
    })
    if (seen.length === matches.length || attempt === ATTEMPTS) {
      const finding = seen.length === 0 && status === 'found' ? 'none-eligible' : status
      return { seen, finding } as const
    }
    for (const id of ids) if (!seen.some(({ row }) => row.id === id)) hidden.add(id)
  }
}

const dismissedIn = (marks: ReadonlyMap<string, Mark>) =>
  [...marks].flatMap(([candidate, mark]) => (mark === 'dismissed' ? [candidate] : []))

async function findFor(db: Db, replica: Replica, reader: Reader, own: Listing, limit: number) {
  const document = replica.documentOf(own)
  if (!document) return { finding: 'nothing-asked', candidates: [] } as const
  const marks = await marksOf(db, own.organisation, own.id)
  const { seen, finding } = await find(db, replica, reader, document, { without: dismissedIn(marks), limit })
  const candidates = seen.map((each): Candidate => {
    const mark = marks.get(each.row.id) ?? null
    return { ...each, own, organisation: own.organisation, mark, foundAt: null }
  })
  return { finding, candidates, document } as const
}

/** What fits one of the reader's listings, best first, with why. */
export async function candidatesOf(
  db: Db,
  replica: Replica,
  reader: Reader,
  own: Listing,
  { limit, least }: { limit: number; least: number },
) {
  const { finding, candidates, document } = await findFor(db, replica, reader, own, limit)
  const strong = candidates.filter(({ strength }) => strength >= least)
  return {
    finding,
    rows: await presentCandidates(db, replica, reader, strong),
    weaker: candidates.length - strong.length,
    organisations: document ? await partnersOf(db, replica, reader, document, least) : [],
  }
}

/** Organisations whose profile fits a document. */
async function partnersOf(db: Db, replica: Replica, reader: Reader, document: MatchDocument, least: number) {
  const sides: Sides = ['profile']
  const options = { now: reader.now.getTime(), sides, limit: PARTNERS, newcomers: false }
  const matches = replica.index.search(document, options).matches.filter(({ strength }) => strength >= least)
  const owners = await organisationSummaries(
    db,
    matches.map(({ id }) => id),
  )
  return matches.flatMap(({ id, strength }) => {
    const organisation = owners.get(id)
    const reasons = explained(replica, reader, document, replica.index.get(id), sides)
    return organisation && reasons ? [{ organisation, strength, reasons }] : []
  })
}

/** What fits an organisation as a whole: any of its published listings, or its profile. Each candidate once. */
export async function candidatesOfOrganisation(
  db: Db,
  replica: Replica,
  reader: Reader,
  organisation: string,
  own: readonly Listing[],
  { limit, least }: { limit: number; least: number },
) {
  const best = new Map<string, Candidate>()
  const keep = (candidate: Candidate) => {
    const known = best.get(candidate.row.id)
    if (!known || known.strength < candidate.strength) best.set(candidate.row.id, candidate)
  }
  for (const listing of own) (await findFor(db, replica, reader, listing, limit)).candidates.forEach(keep)
  const profile = replica.index.get(organisation)
  if (profile) {
    const marks = await marksOf(db, organisation, null)
    const wanted: Wanted = { sides: ['need', 'offer'], without: dismissedIn(marks), limit }
    for (const each of (await find(db, replica, reader, profile, wanted)).seen)
      keep({ ...each, own: null, organisation, mark: marks.get(each.row.id) ?? null, foundAt: null })
  }
  const ranked = [...best.values()].sort((one, other) => other.strength - one.strength).slice(0, limit)
  const strong = ranked.filter(({ strength }) => strength >= least)
  return {
    rows: await presentCandidates(db, replica, reader, strong),
    weaker: ranked.length - strong.length,
    organisations: profile ? await partnersOf(db, replica, reader, profile, least) : [],
  }
}

/**
 * Why a listing or an organisation answers a listing, or why not.
 * @param knowsOwners whether the reader may learn that both belong to the same organisation
 * @throws Problem `not-found` for a candidate that the reader may not know of
 */
export async function explainPair(
  db: Db,
  replica: Replica | null,
  reader: Reader,
  asking: Listing,
  candidate: string,
  knowsOwners: boolean,
) {
  const [row] = await findListings(db, [candidate])
  if (row && !listingPolicy.sees(reader.actor, row)) throw notFound()
  const standing = row ? [] : (await organisationsAmong(db, [candidate])).map(({ id }) => id)
  const organisation = (await organisationSummaries(db, standing)).get(candidate) ?? null
  if (!row && !organisation) throw notFound()
  const cards = row ? await cardsOf(db, reader.actor, [row]) : undefined
  const document = replica?.documentOf(asking)
  const other = row ? replica?.documentOf(row) : replica?.index.get(candidate)
  const asked = document && !knowsOwners ? { ...document, organisation: '' } : document
  const sides: Sides = row ? undefined : ['profile']
  const reasons = replica && asked ? explained(replica, reader, asked, other, sides) : null
  if (reasons && !knowsOwners) reasons.conditions = reasons.conditions.filter(({ code }) => code !== 'own-organisation')
  return { row, listing: cards?.get(candidate) ?? null, organisation, reasons }
}
