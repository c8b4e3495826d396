import type { z } from 'zod'
import type { Actor, SiteRole } from '#platform/access/actor.ts'
import { rights } from '#platform/access/policy.ts'
import { read, write } from '#platform/procedure.ts'
import { personPolicy } from '../policy.ts'
import { byId, personPage, personQuery, personRow, siteRolesChange, suspension } from '../schema.ts'
import {
  findPerson,
  listPeople,
  type Person,
  restorePerson,
  setSiteRoles,
  suspendPerson,
} from '../service/administration.ts'

function present(actor: Actor, row: Person): z.input<typeof personRow> {
  return {
    ...row,
    siteRoles: row.siteRoles as SiteRole[],
    suspended: row.suspendedAt !== null,
    can: rights(personPolicy, actor, row),
  }
}

export const administrationApi = {
  list: read(personPolicy, 'list', {
    path: 'GET /people',
    summary: 'List people, for administrators',
    input: personQuery,
    output: personPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      const { rows, total } = await listPeople(db, input)
      return { rows: rows.map((row) => present(actor, row)), total, page: input.page, perPage: input.perPage }
    },
  }),

  suspend: write(personPolicy, 'suspend', {
    path: 'POST /people/{id}/suspend',
    summary: 'Shut a person out; their sessions and access tokens end at once',
    input: suspension,
    output: personRow,
    run: async ({ input, allow, ...act }) => {
      const row = await findPerson(act.db, input.id)
      allow(row)
      await suspendPerson(act.db, act, row, input.reason)
      return present(act.actor, await findPerson(act.db, input.id))
    },
  }),

  restore: write(personPolicy, 'restore', {
    path: 'POST /people/{id}/restore',
    summary: 'Let a suspended person in again',
    input: byId,
    output: personRow,
    run: async ({ input, allow, ...act }) => {
      const row = await findPerson(act.db, input.id)
      allow(row)
      await restorePerson(act.db, act, row)
      return present(act.actor, await findPerson(act.db, input.id))
    },
  }),

  setSiteRoles: write(personPolicy, 'assign', {
    path: 'PUT /people/{id}/site-roles',
    summary: 'Make a person an administrator or a moderator, or no longer',
    input: siteRolesChange,
    output: personRow,
    run: async ({ input, allow, ...act }) => {
      const row = await findPerson(act.db, input.id)
      allow(row)
      await setSiteRoles(act.db, act, row, input.roles)
      return present(act.actor, await findPerson(act.db, input.id))
    },
  }),
}
