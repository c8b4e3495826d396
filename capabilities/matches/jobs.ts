import { z } from 'zod'
import type { EventKind } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { addJob, cronJob, follows, type Job, job } from '#platform/jobs/jobs.ts'
import { listingChanged, listingPublished, listingResumed } from '../listings/events.ts'
import { publishedListingsOf } from '../listings/service/find.ts'
import { organisationChanged, organisationRestored } from '../organisations/events.ts'
import { alertOfListing, gatherAlerts } from './service/alerts.ts'
import { matchListing, refreshMatches, startRefresh } from './service/refresh.ts'

/** What changes nothing in what a listing fits. */
const immaterial = new Set(['dissemination', 'iprNotes', 'acronym', 'budget', 'durationMonths', 'sdgs', 'programme'])
/** What of an organisation's profile its listings are matched by. */
const material = new Set(['country', 'organisationType', 'size', 'roleTags', 'languages'])

const alerting = z.object({ listing: z.uuid(), after: z.uuid().nullable() })
const alertOf = job('alert-saved-searches', alerting, (act, { listing, after }) =>
  inTransaction(act.platform.database.db, async (tx) => {
    const last = await alertOfListing(tx, act, listing, after)
    if (last !== null) await addJob(tx, alertOf, { listing, after: last })
  }),
)

async function lookAt(db: Db, listing: string): Promise<void> {
  await addJob(db, matchListing, { listing }, { key: `match:${listing}` })
  await addJob(db, alertOf, { listing, after: null }, { key: `alert:${listing}` })
}

async function lookAtAllOf(db: Db, organisation: string): Promise<void> {
  for (const { id } of await publishedListingsOf(db, organisation))
    await addJob(db, matchListing, { listing: id }, { key: `match:${id}` })
}

function whenShown(name: string, kind: EventKind<typeof listingPublished.schema.shape>): Job {
  return follows(name, kind, (db, _act, { listing }) => lookAt(db, listing))
}

export const jobs: readonly Job[] = [
  matchListing,
  refreshMatches,
  alertOf,
  whenShown('match-published-listing', listingPublished),
  whenShown('match-resumed-listing', listingResumed),
  follows('match-changed-listing', listingChanged, async (db, _act, { listing, status, fields }) => {
    if (status === 'published' && !fields.every((field) => immaterial.has(field))) await lookAt(db, listing)
  }),
  follows('match-listings-of-restored', organisationRestored, (db, _act, { organisation }) =>
    lookAtAllOf(db, organisation),
  ),
  follows('match-listings-of-changed', organisationChanged, async (db, _act, { organisation, fields }) => {
    if (fields.some((field) => material.has(field))) await lookAtAllOf(db, organisation)
  }),
  cronJob('refresh-matches', '29 1 * * 0', async (act) => {
    await inTransaction(act.platform.database.db, (tx) => startRefresh(tx, act))
  }),
  cronJob('gather-saved-searches', '41 5 * * 1', async (act) => {
    while (await inTransaction(act.platform.database.db, (tx) => gatherAlerts(tx, act)));
  }),
]
