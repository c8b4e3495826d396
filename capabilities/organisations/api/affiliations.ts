import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem } from '#platform/errors.ts'
import { read, write } from '#platform/procedure.ts'
import { manages, organisationPolicy, visibleOrganisations } from '../policy.ts'
import { affiliationPage, affiliationPair, affiliationQuery } from '../schema.ts'
import {
  type Affiliation,
  confirmAffiliation,
  endAffiliation,
  findAffiliation,
  listAffiliations,
  mayConfirm,
  mayEnd,
  proposeAffiliation,
} from '../service/affiliations.ts'
import { findOrganisation, type Organisation } from '../service/profile.ts'

const done = z.object({ state: z.enum(['proposed', 'confirmed', 'ended']) })

/** The side of a pair that the actor speaks for; the body where they speak for neither, so that it is refused there. */
async function ownSide(db: Db, act: Act, { body, member }: { body: string; member: string }): Promise<Organisation> {
  return findOrganisation(db, !manages(act.actor, body) && manages(act.actor, member) ? member : body)
}

/** A verb on a pair that is there already. */
function deed(
  verb: string,
  summary: string,
  may: (act: Act, row: Affiliation) => boolean,
  state: 'confirmed' | 'ended',
  run: (db: Db, act: Act, row: Affiliation) => Promise<void>,
) {
  return write(organisationPolicy, 'affiliate', {
    path: `POST /organisations/{body}/affiliations/{member}/${verb}`,
    summary,
    input: affiliationPair,
    output: done,
    run: async ({ input, allow, ...act }) => {
      allow(await ownSide(act.db, act, input))
      const row = await findAffiliation(act.db, input.body, input.member)
      if (!may(act, row)) throw new Problem('forbidden', 'organisations:errors.otherSideConfirms')
      await run(act.db, act, row)
      return { state }
    },
  })
}

/** Which organisation belongs to which: companies to a cluster, clusters to an association. */
export const affiliationsApi = {
  list: read(organisationPolicy, 'read', {
    path: 'GET /organisations/{organisation}/affiliations',
    summary: 'List an organisation’s members, or what it belongs to',
    input: affiliationQuery,
    output: affiliationPage,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      // What is only proposed is the two sides' own business.
      if (input.state === 'proposed' && !organisationPolicy.actions.affiliate(act.actor, row))
        return { rows: [], total: 0, page: input.page, perPage: input.perPage }
      const { rows, total } = await listAffiliations(act.db, act, visibleOrganisations(act.actor), input)
      return { rows, total, page: input.page, perPage: input.perPage }
    },
  }),

  propose: write(organisationPolicy, 'affiliate', {
    path: 'POST /organisations/{body}/affiliations/{member}',
    summary: 'Say that an organisation belongs to another; the other side confirms',
    input: affiliationPair,
    output: done,
    run: async ({ input, allow, ...act }) => {
      allow(await ownSide(act.db, act, input))
      const [body, member] = [await findOrganisation(act.db, input.body), await findOrganisation(act.db, input.member)]
      if (!organisationPolicy.sees(act.actor, body) || !organisationPolicy.sees(act.actor, member)) throw notFound()
      await proposeAffiliation(act.db, act, body, member)
      return { state: (await findAffiliation(act.db, body.id, member.id)).state }
    },
  }),

  confirm: deed('confirm', 'Confirm that it is so', mayConfirm, 'confirmed', confirmAffiliation),
  decline: deed('decline', 'Say that it is not so', mayConfirm, 'ended', endAffiliation),
  end: deed('end', 'End it, or take the proposal back', mayEnd, 'ended', endAffiliation),
}
