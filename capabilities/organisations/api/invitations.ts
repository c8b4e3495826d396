import { z } from 'zod'
import { read, write } from '#platform/procedure.ts'
import { organisationPolicy } from '../policy.ts'
import {
  inOrganisation,
  invitationAcceptance,
  invitationDraft,
  invitationList,
  invitationSecret,
  invitationView,
  memberRoles,
} from '../schema.ts'
import {
  acceptInvitation,
  declineInvitation,
  findInvitation,
  invitationsTo,
  invite,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from '../service/invitations.ts'
import { findOrganisation } from '../service/profile.ts'

const done = z.object({ done: z.literal(true) })

export const invitationsApi = {
  invite: write(organisationPolicy, 'manage', {
    path: 'POST /organisations/{organisation}/invitations',
    summary: 'Invite somebody by e-mail to act for an organisation',
    input: invitationDraft,
    output: invitationView,
    run: async ({ input, allow, locale, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      const id = await invite(act.db, act, row, input, locale)
      return findInvitation(act.db, act, id)
    },
  }),

  invitations: read(organisationPolicy, 'manage', {
    path: 'GET /organisations/{organisation}/invitations',
    summary: 'List the invitations of an organisation that nobody accepted yet',
    input: inOrganisation,
    output: invitationList,
    run: async ({ input, allow, ...act }) => {
      allow(await findOrganisation(act.db, input.organisation))
      const rows = await listInvitations(act.db, act, input.organisation)
      return { rows, total: rows.length }
    },
  }),

  revokeInvitation: write(organisationPolicy, 'manage', {
    path: 'DELETE /organisations/{organisation}/invitations/{id}',
    summary: 'Withdraw an invitation; its link then leads nowhere',
    input: inOrganisation.extend({ id: z.uuid() }),
    output: done,
    run: async ({ input, allow, ...act }) => {
      allow(await findOrganisation(act.db, input.organisation))
      await revokeInvitation(act.db, act, input.organisation, input.id)
      return { done: true } as const
    },
  }),

  myInvitations: read(organisationPolicy, 'own', {
    path: 'GET /organisations/invitations/mine',
    summary: 'List the open invitations to one’s own confirmed address',
    input: z.strictObject({}),
    output: invitationList,
    run: async ({ allow, input: _, ...act }) => {
      allow()
      const rows = await invitationsTo(act.db, act)
      return { rows, total: rows.length }
    },
  }),

  invitation: read(organisationPolicy, 'invited', {
    path: 'GET /organisations/invitations/by-secret/{secret}',
    summary: 'Show what an invitation says, to whoever holds its link',
    input: invitationSecret,
    output: invitationView,
    run: async ({ input, allow, ...act }) => {
      allow()
      return readInvitation(act.db, act, input.secret)
    },
  }),

  acceptInvitation: write(organisationPolicy, 'accept', {
    path: 'POST /organisations/invitations/accept',
    summary: 'Accept an invitation to act for an organisation',
    description: 'By the secret in the link, or by id for an invitation listed among one’s own.',
    input: invitationAcceptance,
    output: z.object({ organisation: z.uuid(), role: z.enum(memberRoles) }),
    run: async ({ input, allow, ...act }) => {
      allow()
      return acceptInvitation(act.db, act, input)
    },
  }),

  declineInvitation: write(organisationPolicy, 'accept', {
    path: 'POST /organisations/invitations/{id}/decline',
    summary: 'Say no to an invitation to one’s own address',
    input: z.strictObject({ id: z.uuid() }),
    output: done,
    run: async ({ input, allow, ...act }) => {
      allow()
      await declineInvitation(act.db, act, input.id)
      return { done: true } as const
    },
  }),
}
