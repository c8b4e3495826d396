import { z } from 'zod'
import { isModerator } from '#platform/access/actor.ts'
import { read, write } from '#platform/procedure.ts'
import { actsFor, organisationPolicy, requestPolicy } from '../policy.ts'
import {
  contactChange,
  departure,
  inOrganisation,
  joinRequest,
  memberOfOrganisation,
  mineView,
  peopleView,
  requestDecision,
  requestPage,
  requestQuery,
  roleChange,
} from '../schema.ts'
import { mine } from '../service/mine.ts'
import { changeRole, leave, listMembers, removePerson, setContact } from '../service/people.ts'
import { findOrganisation } from '../service/profile.ts'
import { ask, decide, decidedBy, findRequest, listRequests, withdraw } from '../service/requests.ts'

const done = z.object({ done: z.literal(true) })
const isDone = { done: true } as const

/** People who act for an organisation, and those who ask to. */
export const peopleApi = {
  mine: read(organisationPolicy, 'own', {
    path: 'GET /organisations/mine',
    summary: 'List the organisations one acts for, with one’s requests and invitations',
    input: z.strictObject({}),
    output: mineView,
    run: async ({ db, allow, input: _, ...act }) => {
      allow()
      return mine(db, { ...act })
    },
  }),

  people: read(organisationPolicy, 'read', {
    path: 'GET /organisations/{organisation}/people',
    summary: 'List who acts for an organisation: all for its own people, contacts for others',
    input: inOrganisation,
    output: peopleView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findOrganisation(db, input.organisation)
      allow(row)
      const full = actsFor(actor, row.id) || isModerator(actor)
      const rows = await listMembers(db, row.id, full)
      return { rows, total: rows.length, full }
    },
  }),

  changeRole: write(organisationPolicy, 'manage', {
    path: 'PUT /organisations/{organisation}/people/{person}/role',
    summary: 'Give a person another role in an organisation',
    input: roleChange,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await changeRole(act.db, act, row, input.person, input.role)
      return isDone
    },
  }),

  setContact: write(organisationPolicy, 'manage', {
    path: 'PUT /organisations/{organisation}/people/{person}/contact',
    summary: 'Show a person on the organisation’s page as someone to talk to, or no longer',
    input: contactChange,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await setContact(act.db, act, row, input.person, input.contact)
      return isDone
    },
  }),

  removePerson: write(organisationPolicy, 'manage', {
    path: 'DELETE /organisations/{organisation}/people/{person}',
    summary: 'End a person’s role in an organisation',
    input: memberOfOrganisation,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await removePerson(act.db, act, row, input.person)
      return isDone
    },
  }),

  leave: write(organisationPolicy, 'leave', {
    path: 'POST /organisations/{organisation}/leave',
    summary: 'Stop acting for an organisation; its last owner hands over first',
    input: departure,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await leave(act.db, act, row, input.successor)
      return isDone
    },
  }),

  askToJoin: write(organisationPolicy, 'claim', {
    path: 'POST /organisations/{organisation}/requests',
    summary: 'Ask to act for an organisation; moderators decide where nobody keeps its profile',
    input: joinRequest,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await ask(act.db, act, row, { message: input.message, takeOver: false })
      return isDone
    },
  }),

  takeOver: write(organisationPolicy, 'claim', {
    path: 'POST /organisations/{organisation}/take-over',
    summary: 'Ask for the profile of an organisation whose managers are all away; moderators decide',
    input: joinRequest,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await ask(act.db, act, row, { message: input.message, takeOver: true })
      return isDone
    },
  }),

  withdrawRequest: write(organisationPolicy, 'own', {
    path: 'DELETE /organisations/{organisation}/requests/mine',
    summary: 'Take back one’s own request to act for an organisation',
    input: inOrganisation,
    output: done,
    run: async ({ input, allow, ...act }) => {
      allow()
      await withdraw(act.db, act, input.organisation)
      return isDone
    },
  }),

  requests: read(requestPolicy, 'list', {
    path: 'GET /organisations/requests',
    summary: 'List the requests that wait for one’s decision, oldest first',
    input: requestQuery,
    output: requestPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      const { rows, total } = await listRequests(db, decidedBy(actor), input)
      return { rows, total, page: input.page, perPage: input.perPage }
    },
  }),

  decideRequest: write(requestPolicy, 'decide', {
    path: 'POST /organisations/{organisation}/requests/{person}',
    summary: 'Let somebody act for an organisation, or decline with a reason',
    input: requestDecision,
    output: z.object({ role: z.string().nullable().describe('The role given; null where it was declined') }),
    run: async ({ input, allow, ...act }) => {
      const request = await findRequest(act.db, input.organisation, input.person)
      allow(request)
      return { role: await decide(act.db, act, request, input) }
    },
  }),
}
