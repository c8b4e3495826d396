import { and, eq, isNull } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { matchMarked } from '../events.ts'
import type { Mark } from '../schema.ts'
import { matchMarks } from '../table.ts'

export interface Marked {
  organisation: string
  /** The organisation's own listing; null: its profile. */
  listing: string | null
  candidate: string
}

const that = ({ organisation, listing, candidate }: Marked) =>
  and(
    eq(matchMarks.organisation, organisation),
    listing === null ? isNull(matchMarks.listing) : eq(matchMarks.listing, listing),
    eq(matchMarks.candidate, candidate),
  )

/** What an organisation said of the candidates for one of its listings, or for its profile. */
export async function marksOf(db: Db, organisation: string, listing: string | null): Promise<Map<string, Mark>> {
  const rows = await db
    .select({ candidate: matchMarks.candidate, mark: matchMarks.mark })
    .from(matchMarks)
    .where(
      and(
        eq(matchMarks.organisation, organisation),
        listing === null ? isNull(matchMarks.listing) : eq(matchMarks.listing, listing),
      ),
    )
  return new Map(rows.map(({ candidate, mark }) => [candidate, mark]))
}

/** Keeps a match in mind or sets it aside; what was said before is replaced. */
export async function markMatch(db: Db, act: Act, pair: Marked, mark: Mark): Promise<void> {
  const values = { mark, person: act.actor.id, at: act.now.toISOString() }
  await db
    .insert(matchMarks)
    .values({ ...pair, ...values })
    .onConflictDoUpdate({ target: [matchMarks.organisation, matchMarks.listing, matchMarks.candidate], set: values })
  await told(db, act, pair, mark)
}

/** Takes back what was said of a match. */
export async function unmarkMatch(db: Db, act: Act, pair: Marked): Promise<void> {
  const gone = await db.delete(matchMarks).where(that(pair)).returning({ mark: matchMarks.mark })
  if (gone.length > 0) await told(db, act, pair, null)
}

async function told(db: Db, act: Act, pair: Marked, mark: Mark | null): Promise<void> {
  const { organisation, listing, candidate } = pair
  const payload = { organisation, listing, candidate, mark }
  await record(db, act, matchMarked, { chain: organisation, subject: listing ?? organisation, payload })
}
