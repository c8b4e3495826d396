import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { publishedListings } from '../listings/service/find.ts'
import { demonstrationAccounts, demonstrationPerson } from '../people/demo.ts'
import { savedQuery } from './schema.ts'
import { keepPairs, type Pair, pairsOf } from './service/pairs.ts'
import { Replica } from './service/replica.ts'
import { saveSearch } from './service/saved-searches.ts'
import { tellOfPairs } from './service/tell.ts'

/** Days for which a match counts as news. */
const NEWS_DAYS = 14

/** Searches that some of the accounts keep. */
const searches = [
  {
    account: 'owner-cooleytide',
    name: 'Offers on packaging without plastic',
    rhythm: 'weekly',
    query: { q: 'packaging', side: ['offer'] },
  },
  {
    account: 'owner-cooleytide',
    name: 'Laboratories in Ireland and France',
    rhythm: 'never',
    query: { kind: ['facility'], country: ['IE', 'FR'] },
  },
  {
    account: 'transfer-insa',
    name: 'Besoins en traitement de l’eau',
    rhythm: 'instant',
    query: { q: 'water', side: ['need'] },
  },
] as const

export const demo = {
  name: 'matches',
  after: ['listings'],
  /** What the demonstration's listings fit, as if each had been matched on the day it appeared. */
  async seed(db: Db, act: Act): Promise<void> {
    const replica = new Replica()
    await replica.load(db)
    const rows = await publishedListings(db, null, 10_000)
    const appeared = [...rows].sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? -1 : 1))
    const there = new Set<string>()
    const since = new Date(act.now.getTime() - NEWS_DAYS * 86_400_000).toISOString()
    for (const row of appeared) {
      there.add(row.id)
      const then: Act = { ...act, now: new Date(row.publishedAt ?? act.now) }
      const pairs = pairsOf(replica, row.id, act.now).filter(({ need, offer }) => there.has(need) && there.has(offer))
      const fresh: Pair[] = await keepPairs(db, then, replica, row.id, pairs)
      if ((row.publishedAt ?? '') >= since) await tellOfPairs(db, then, replica, fresh)
    }
    for (const { account, name, rhythm, query } of searches) {
      const known = demonstrationAccounts.some(({ key }) => key === account)
      if (known)
        await saveSearch(db, act, demonstrationPerson(account), { name, rhythm, query: savedQuery.parse(query) })
    }
  },
}
