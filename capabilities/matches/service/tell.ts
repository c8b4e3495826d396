import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { findListings, type Listing } from '../../listings/service/find.ts'
import { notify } from '../../notifications/service/notify.ts'
import { recipients } from '../../notifications/service/recipients.ts'
import { listMembers } from '../../organisations/service/people.ts'
import { mutualStrength, type Pair } from './pairs.ts'
import { inWords, reasonsOf } from './reasons.ts'
import type { Replica } from './replica.ts'

/**
 * Tells the people of both sides of new pairs: one piece of news for each of their listings, which names the strongest
 * match and what the two have in common. Whose the other is, it never says; nor what a match-only listing is called, as
 * the news outlives the right to see it.
 */
export async function tellOfPairs(db: Db, act: Act, replica: Replica, pairs: readonly Pair[]): Promise<void> {
  const ids = [...new Set(pairs.flatMap(({ need, offer }) => [need, offer]))]
  const rows = new Map((await findListings(db, ids)).map((row) => [row.id, row]))
  const byOwn = new Map<string, Pair[]>()
  for (const pair of pairs) for (const own of [pair.need, pair.offer]) byOwn.set(own, [...(byOwn.get(own) ?? []), pair])
  for (const own of [...byOwn.keys()].sort()) {
    const row = rows.get(own)
    if (row) await tellOwner(db, act, replica, row, byOwn.get(own) ?? [], rows)
  }
}

async function tellOwner(
  db: Db,
  act: Act,
  replica: Replica,
  own: Listing,
  pairs: readonly Pair[],
  rows: ReadonlyMap<string, Listing>,
): Promise<void> {
  const [strongest] = [...pairs].sort((one, other) => mutualStrength(other) - mutualStrength(one))
  const candidate = strongest && rows.get(strongest.need === own.id ? strongest.offer : strongest.need)
  if (!candidate) return
  const members = (await listMembers(db, own.organisation, true)).filter(({ suspended }) => !suspended)
  const people = await recipients(
    db,
    members.map(({ person }) => person),
  )
  for (const locale of new Set(people.map((person) => person.locale))) {
    const why = commonGround(replica, own, candidate, act.now, locale)
    const quiet = candidate.visibility === 'match-only'
    const form = `${quiet ? 'quiet' : 'found'}${why === '' ? 'Plainly' : ''}.${own.side}`
    await notify(db, act, {
      persons: people.flatMap((person) => (person.locale === locale ? [person.id] : [])),
      kind: 'match',
      subject: { type: 'listing', id: own.id },
      organisation: own.organisation,
      key: `matches:notifications.${form}`,
      values: { own: own.title, count: pairs.length, why, ...(quiet ? {} : { theirs: candidate.title }) },
      link: `/listings/${own.reference}/matches`,
      mail: 'digest',
      occasion: `match:${own.id}:${candidate.id}`,
    })
  }
}

function commonGround(replica: Replica, own: Listing, candidate: Listing, now: Date, locale: Locale): string {
  const document = replica.index.get(own.id)
  const other = replica.index.get(candidate.id)
  const explanation = document && other && replica.index.explain(document, other, { now: now.getTime() })
  return explanation ? inWords(reasonsOf(explanation, { own: document, theirs: other }, locale)) : ''
}
