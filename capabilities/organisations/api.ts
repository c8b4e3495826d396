import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Actor } from '#platform/access/actor.ts'
import { rights } from '#platform/access/policy.ts'
import type { Db } from '#platform/db/database.ts'
import { read, write } from '#platform/procedure.ts'
import { affiliationsApi } from './api/affiliations.ts'
import { importsApi } from './api/imports.ts'
import { invitationsApi } from './api/invitations.ts'
import { peopleApi } from './api/people.ts'
import { organisationPolicy, visibleOrganisations } from './policy.ts'
import {
  organisationChange,
  organisationDraft,
  organisationPage,
  organisationQuery,
  organisationView,
} from './schema.ts'
import { countAffiliations } from './service/affiliations.ts'
import { listOrganisations } from './service/list.ts'
import {
  changeOrganisation,
  confirmOrganisation,
  createOrganisation,
  findOrganisation,
  findOrganisationBySlug,
  type Organisation,
  restoreOrganisation,
  suspendOrganisation,
  verifyOrganisation,
} from './service/profile.ts'

const byId = z.strictObject({ id: z.uuid() })

async function present(db: Db, actor: Actor, row: Organisation): Promise<z.input<typeof organisationView>> {
  const member = actor.kind !== 'visitor'
  return {
    ...row,
    ...(await countAffiliations(db, row.id)),
    contactEmail: member ? row.contactEmail : null,
    emailDomains: member ? row.emailDomains : [],
    suspended: row.suspendedAt !== null,
    can: rights(organisationPolicy, actor, row),
  }
}

/** A verb on one organisation that takes nothing more and answers with the organisation. */
function deed(
  action: 'edit' | 'verify' | 'suspend',
  verb: string,
  summary: string,
  run: (db: Db, act: Act, row: Organisation) => Promise<void>,
) {
  return write(organisationPolicy, action, {
    path: `POST /organisations/{id}/${verb}`,
    summary,
    input: byId,
    output: organisationView,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.id)
      allow(row)
      await run(act.db, act, row)
      return present(act.db, act.actor, await findOrganisation(act.db, input.id))
    },
  })
}

export const organisationsApi = {
  list: read(organisationPolicy, 'list', {
    path: 'GET /organisations',
    summary: 'List organisations',
    input: organisationQuery,
    output: organisationPage,
    run: async ({ db, input, actor, within }) => ({
      ...(await listOrganisations(db, within(visibleOrganisations(actor)), input)),
      page: input.page,
      perPage: input.perPage,
    }),
  }),

  get: read(organisationPolicy, 'read', {
    path: 'GET /organisations/{id}',
    summary: 'Show an organisation',
    input: byId,
    output: organisationView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findOrganisation(db, input.id)
      allow(row)
      return present(db, actor, row)
    },
  }),

  getBySlug: read(organisationPolicy, 'read', {
    path: 'GET /organisations/by-slug/{slug}',
    summary: 'Show an organisation by the name in its address',
    input: z.strictObject({ slug: z.string().max(80) }),
    output: organisationView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findOrganisationBySlug(db, input.slug)
      allow(row)
      return present(db, actor, row)
    },
  }),

  create: write(organisationPolicy, 'create', {
    path: 'POST /organisations',
    summary: 'Add an organisation and become its owner',
    input: organisationDraft,
    output: organisationView,
    run: async ({ input, allow, ...act }) => {
      allow()
      const id = await createOrganisation(act.db, act, input)
      const owner = { ...act.actor, standing: new Map(act.actor.standing).set(id, 'owner') }
      return present(act.db, owner, await findOrganisation(act.db, id))
    },
  }),

  change: write(organisationPolicy, 'edit', {
    path: 'PATCH /organisations/{id}',
    summary: 'Change what is known of an organisation',
    input: organisationChange,
    output: organisationView,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.id)
      allow(row)
      await changeOrganisation(act.db, act, row, input.version, input.change)
      return present(act.db, act.actor, await findOrganisation(act.db, input.id))
    },
  }),

  confirm: deed('edit', 'confirm', 'Confirm that an organisation’s profile still holds', confirmOrganisation),
  verify: deed('verify', 'verify', 'Mark an organisation as verified', verifyOrganisation),
  restore: deed('suspend', 'restore', 'Show a suspended organisation again', restoreOrganisation),

  suspend: write(organisationPolicy, 'suspend', {
    path: 'POST /organisations/{id}/suspend',
    summary: 'Hide an organisation and what it posted',
    input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(10).max(1000) }),
    output: organisationView,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.id)
      allow(row)
      await suspendOrganisation(act.db, act, row, input.reason)
      return present(act.db, act.actor, await findOrganisation(act.db, input.id))
    },
  }),

  ...peopleApi,
  ...invitationsApi,
  affiliations: affiliationsApi,
  imports: importsApi,
}
