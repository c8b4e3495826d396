import { and, eq, or, sql } from 'drizzle-orm'
import type { MatchDocument } from '#engines/matching/document.ts'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { findListings } from '../../listings/service/find.ts'
import { openTo } from '../../listings/service/grants.ts'
import { KEPT_FROM, OPENED_FROM } from '../schema.ts'
import { matchMarks, matchPairs } from '../table.ts'
import type { Replica } from './replica.ts'

/** Candidates looked at for each listing. */
const LOOKED_AT = 15
/** Of one organisation. */
const OF_ONE = 3

export type Pair = typeof matchPairs.$inferSelect
type NewPair = Omit<Pair, 'foundAt' | 'checkedAt'>

/** How well each of two answers the other, as one figure. */
export function mutualStrength({ needStrength, offerStrength }: Pick<Pair, 'needStrength' | 'offerStrength'>): number {
  return Math.sqrt(needStrength * offerStrength)
}

/** The pairs that a published listing makes with others, the strongest first; see `KEPT_FROM`. */
export function pairsOf(replica: Replica, listing: string, now: Date): NewPair[] {
  const document = replica.index.get(listing)
  if (!document || document.side === 'profile') return []
  const options = { now: now.getTime(), limit: LOOKED_AT, maxPerOrganisation: OF_ONE, newcomers: false }
  const pairs = replica.index.search(document, options).matches.flatMap(({ id, strength }) => {
    const other = replica.index.get(id)
    return other ? [pairOf(replica, document, other, strength, now)] : []
  })
  return pairs
    .filter((pair) => mutualStrength(pair) >= keptFrom(replica, pair))
    .sort((one, other) => mutualStrength(other) - mutualStrength(one))
}

/** Where one of the two is match-only, only a pair that opens it is of any use. */
function keptFrom(replica: Replica, { need, offer }: NewPair): number {
  const secret = [need, offer].some((id) => replica.index.get(id)?.visibility === 'match-only')
  return secret ? OPENED_FROM : KEPT_FROM
}

function pairOf(replica: Replica, one: MatchDocument, other: MatchDocument, strength: number, now: Date): NewPair {
  const back = replica.index.explain(other, one, { now: now.getTime() })?.strength ?? 0
  const [need, offer] = one.side === 'need' ? [one, other] : [other, one]
  return {
    need: need.id,
    offer: offer.id,
    needOrganisation: need.organisation,
    offerOrganisation: offer.organisation,
    needStrength: one.side === 'need' ? strength : back,
    offerStrength: one.side === 'need' ? back : strength,
  }
}

/**
 * Keeps the pairs of a listing as they are now: new ones are added, known ones looked at anew, and those that hold no
 * more are dropped unless somebody saved them. Match-only listings are opened to the organisations they fit.
 * @returns the new pairs
 */
export async function keepPairs(
  db: Db,
  act: Act,
  replica: Replica,
  listing: string,
  pairs: readonly NewPair[],
): Promise<Pair[]> {
  const now = act.now.toISOString()
  const fresh = pairs.length > 0 ? await addPairs(db, pairs, now) : []
  await lookAgain(db, replica, listing, act.now, new Set(fresh.map(({ need, offer }) => need + offer)))
  const rows = new Map(
    (await findListings(db, [...new Set(fresh.flatMap(({ need, offer }) => [need, offer]))])).map((row) => [
      row.id,
      row,
    ]),
  )
  for (const pair of fresh) {
    if (rows.get(pair.need)?.visibility === 'match-only') await openTo(db, act, pair.need, [pair.offerOrganisation])
    if (rows.get(pair.offer)?.visibility === 'match-only') await openTo(db, act, pair.offer, [pair.needOrganisation])
  }
  return fresh
}

async function addPairs(db: Db, pairs: readonly NewPair[], now: string): Promise<Pair[]> {
  // The same order for all who add, so that none waits for another in a ring.
  const ordered = [...pairs].sort((a, b) => (a.need + a.offer < b.need + b.offer ? -1 : 1))
  const there = await db.execute<{ id: string }>(
    sql`select id from listings where id in ${[...new Set(ordered.flatMap(({ need, offer }) => [need, offer]))]}`,
  )
  const known = new Set(there.rows.map(({ id }) => id))
  const values = ordered
    .filter(({ need, offer }) => known.has(need) && known.has(offer))
    .map((pair) => ({ ...pair, foundAt: now, checkedAt: now }))
  if (values.length === 0) return []
  return db.insert(matchPairs).values(values).onConflictDoNothing().returning()
}

/** Looks anew at the pairs of a listing that were kept before. */
async function lookAgain(db: Db, replica: Replica, listing: string, now: Date, fresh: ReadonlySet<string>) {
  const known = await db
    .select()
    .from(matchPairs)
    .where(or(eq(matchPairs.need, listing), eq(matchPairs.offer, listing)))
    .orderBy(matchPairs.need, matchPairs.offer)
  for (const pair of known) {
    if (fresh.has(pair.need + pair.offer)) continue
    const need = replica.index.get(pair.need)
    const offer = replica.index.get(pair.offer)
    // One that is paused or over just now may come back: its pairs wait for it, unseen.
    if (!need || !offer) continue
    const there = replica.index.explain(need, offer, { now: now.getTime() })
    const next = there && pairOf(replica, need, offer, there.strength, now)
    const that = and(eq(matchPairs.need, pair.need), eq(matchPairs.offer, pair.offer))
    if (there?.eligible && next && mutualStrength(next) >= KEPT_FROM)
      await db
        .update(matchPairs)
        .set({ needStrength: next.needStrength, offerStrength: next.offerStrength, checkedAt: now.toISOString() })
        .where(that)
    else
      await db.delete(matchPairs).where(
        and(
          that,
          sql`not exists (select 1 from ${matchMarks} where ${matchMarks.mark} = 'saved'
            and ${matchMarks.listing} in (${pair.need}, ${pair.offer})
            and ${matchMarks.candidate} in (${pair.need}, ${pair.offer}))`,
        ),
      )
  }
}
