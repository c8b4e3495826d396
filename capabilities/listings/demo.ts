import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { namedId } from '#platform/ids.ts'
import { demonstrationOrganisation } from '../organisations/demo.ts'
import { demonstrationAccounts, demonstrationPerson, personAct } from '../people/demo.ts'
import type { ReportReason } from '../reports/schema.ts'
import { findReport } from '../reports/service/list.ts'
import { settleReport } from '../reports/service/settle.ts'
import reports from './demo/reports.json' with { type: 'json' }
import { listingReturned, listingSubmitted } from './events.ts'
import { conceals } from './policy.ts'
import { type ListingStatus, listingDraft } from './schema.ts'
import { saveDraft } from './service/draft.ts'
import { expireListings } from './service/expiry.ts'
import { findListing, type Listing } from './service/find.ts'
import { leaksIn } from './service/leak-check.ts'
import { about } from './service/news.ts'
import { posterOf } from './service/owners.ts'
import { reportListing } from './service/report.ts'
import { fulfilListing, pauseListing, publishListing, withdrawListing } from './service/standing.ts'
import { listings } from './table.ts'

/** A need or an offer of the demonstration, as its files write it: a draft, with nulls for what is left out. */
interface DemonstrationListing {
  key: string
  /** Key of the organisation that posts it. */
  organisation: string
  iprStatus: string | string[] | null
  status: ListingStatus
  publishedDaysAgo: number
  deadlineInDays: number | null
}

/** What somebody of the demonstration asks the moderators to look at. */
interface DemonstrationReport {
  /** Key of the need or offer. */
  listing: string
  /** Key of the account. */
  by: string
  reason: ReportReason
  text: string
  daysAgo: number
  settled: { by: string; daysAgo: number; note: string } | null
}

/** The id of a need or an offer of the demonstration. */
export function demonstrationListing(key: string): string {
  return namedId(`listing:${key}`)
}

/** Whoever appeared first comes first, so that the references grow with time. */
function written(): DemonstrationListing[] {
  const folder = join(import.meta.dirname, 'demo')
  const files = globSync('listings-*.json', { cwd: folder }).sort()
  const all: DemonstrationListing[] = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return all.sort((one, other) => other.publishedDaysAgo - one.publishedDaysAgo || (one.key < other.key ? -1 : 1))
}

export const demo = {
  name: 'listings',
  after: ['organisations'],
  async seed(db: Db, act: Act): Promise<void> {
    const all = written()
    const ids = all.map(({ key }) => demonstrationListing(key))
    const there = await db.select({ id: listings.id }).from(listings).where(inArray(listings.id, ids))
    const known = new Set(there.map(({ id }) => id))
    for (const listing of all) if (!known.has(demonstrationListing(listing.key))) await seedListing(db, act, listing)
    while (await expireListings(db, act));
    for (const one of reports as DemonstrationReport[])
      if (!known.has(demonstrationListing(one.listing))) await seedReport(db, act, one)
  },
}

async function seedReport(db: Db, act: Act, { listing, by, daysAgo, settled, ...wrong }: DemonstrationReport) {
  const row = await findListing(db, demonstrationListing(listing))
  const report = await reportListing(db, personAct(act, by, daysAgo), row, wrong)
  if (settled)
    await settleReport(db, personAct(act, settled.by, settled.daysAgo), await findReport(db, report), settled.note)
}

async function seedListing(db: Db, act: Act, listing: DemonstrationListing): Promise<void> {
  const { key, organisation, iprStatus, status, publishedDaysAgo, deadlineInDays, ...texts } = listing
  const then: Act = { ...act, now: new Date(act.now.getTime() - publishedDaysAgo * DAY) }
  const entered = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null))
  const draft = listingDraft.parse({
    ...entered,
    organisation: demonstrationOrganisation(organisation),
    iprStatus: iprStatus === null ? [] : [iprStatus].flat(),
    deadline: deadlineInDays === null ? null : new Date(act.now.getTime() + deadlineInDays * DAY).toISOString(),
  })
  const owner = await posterOf(db, draft.organisation)
  const { id } = await saveDraft(db, then, owner, draft, demonstrationListing(key))
  const poster = demonstrationAccounts.find((account) => account.organisation === organisation)
  if (poster)
    await db
      .update(listings)
      .set({ createdBy: demonstrationPerson(poster.key) })
      .where(eq(listings.id, id))
  await bringTo(status, db, then, act, await findListing(db, id))
}

/** @param then when it appeared, @param act when what came of it afterwards did */
async function bringTo(status: ListingStatus, db: Db, then: Act, act: Act, row: Listing): Promise<void> {
  if (status === 'draft') return
  if (status === 'review' || status === 'returned') {
    const reason = 'Say which results you expect, so that a partner can tell whether it fits.'
    const reviewReason = status === 'returned' ? reason : null
    await db.update(listings).set({ status, reviewReason }).where(eq(listings.id, row.id))
    await record(db, then, listingSubmitted, about({ ...row, status: 'review' }))
    if (reviewReason) await record(db, act, listingReturned, about({ ...row, status }, { reason: reviewReason }))
    return
  }
  const leaks = conceals(row.visibility) ? await leaksIn(db, row.organisation, row) : []
  await publishListing(
    db,
    then,
    row,
    leaks.map(({ key }) => key),
  )
  const shown = await findListing(db, row.id)
  if (status === 'paused') await pauseListing(db, act, shown)
  if (status === 'fulfilled') await fulfilListing(db, act, shown, 'through-entente', '')
  if (status === 'withdrawn') await withdrawListing(db, act, shown)
}
