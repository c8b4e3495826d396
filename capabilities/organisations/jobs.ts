import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { cronJob, follows, type Job } from '#platform/jobs/jobs.ts'
import {
  affiliationBegun,
  affiliationEnded,
  affiliationProposed,
  importDone,
  importReady,
  importUndone,
  membershipAsked,
  membershipBegun,
  membershipChanged,
  membershipDeclined,
  membershipEnded,
} from './events.ts'
import { findImport } from './service/import-record.ts'
import { importJobs } from './service/import-run.ts'
import { forgetInvitations } from './service/invitations.ts'
import { forgetDeclined, noteWhoIsAbout } from './service/requests.ts'
import { tellOfImport, tellOfRequest, tellPerson, tellSide } from './service/tell.ts'

const importTold =
  (what: 'ready' | 'done' | 'undone') =>
  async (db: Db, act: Act, payload: { import: string }, { at }: { at: string }) => {
    const row = await findImport(db, payload.import)
    await tellOfImport(db, act, what, { id: row.id, person: row.startedBy, fileName: row.fileName }, at)
  }

export const jobs: readonly Job[] = [
  follows('tell-of-membership-request', membershipAsked, (db, act, payload, { at }) =>
    tellOfRequest(db, act, payload, at),
  ),
  follows('tell-of-membership-begun', membershipBegun, (db, act, payload, event) =>
    tellPerson(db, act, 'begun', payload, event),
  ),
  follows('tell-of-membership-declined', membershipDeclined, (db, act, payload, event) =>
    tellPerson(db, act, 'declined', payload, event),
  ),
  follows('tell-of-membership-changed', membershipChanged, (db, act, payload, event) =>
    tellPerson(db, act, 'changed', payload, event),
  ),
  follows('tell-of-membership-ended', membershipEnded, (db, act, payload, event) =>
    tellPerson(db, act, 'ended', payload, event),
  ),
  follows('tell-of-affiliation-proposed', affiliationProposed, (db, act, { by, ...pair }, event) =>
    by === 'body'
      ? tellSide(db, act, 'proposedByBody', pair, 'member', event)
      : tellSide(db, act, 'proposedByMember', pair, 'body', event),
  ),
  follows('tell-of-affiliation-begun', affiliationBegun, async (db, act, pair, event) => {
    await tellSide(db, act, 'confirmed', pair, 'body', event)
    await tellSide(db, act, 'confirmed', pair, 'member', event)
  }),
  follows('tell-of-affiliation-ended', affiliationEnded, async (db, act, { by: _by, ...pair }, event) => {
    await tellSide(db, act, 'ended', pair, 'body', event)
    await tellSide(db, act, 'ended', pair, 'member', event)
  }),
  follows('tell-of-import-ready', importReady, importTold('ready')),
  follows('tell-of-import-done', importDone, importTold('done')),
  follows('tell-of-import-undone', importUndone, importTold('undone')),
  cronJob('note-who-is-about', '31 * * * *', (act) => noteWhoIsAbout(act.platform.database.db)),
  cronJob('forget-invitations', '13 4 * * *', (act) => forgetInvitations(act.platform.database.db, act.now)),
  cronJob('forget-declined-requests', '19 4 * * *', (act) => forgetDeclined(act.platform.database.db, act.now)),
  ...importJobs,
]
