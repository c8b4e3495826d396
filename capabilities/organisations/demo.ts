import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { namedId } from '#platform/ids.ts'
import { demonstrationAccounts, demonstrationPerson } from '../people/demo.ts'
import { membershipBegun } from './events.ts'
import { organisationDraft } from './schema.ts'
import { createOrganisation } from './service/profile.ts'
import { affiliations, memberships, organisations } from './table.ts'

/** An organisation of the demonstration, as its file writes it. */
interface DemonstrationOrganisation {
  key: string
  /** Made up, as opposed to one that there is and whose public facts are shown. */
  invented: boolean
  identifiers: Partial<Record<'pic' | 'oid' | 'erasmusCode' | 'ror' | 'vat', string>>
  standing: 'listed' | 'claimed' | 'verified'
  /** Keys of the bodies it belongs to. */
  memberOf: string[]
  lastConfirmedDaysAgo: number
}

/** The id of an organisation of the demonstration. */
export function demonstrationOrganisation(key: string): string {
  return namedId(`organisation:${key}`)
}

function written(): DemonstrationOrganisation[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'demo/organisations.json'), 'utf8'))
}

export const demo = {
  name: 'organisations',
  after: ['people'],
  async seed(db: Db, act: Act): Promise<void> {
    const all = written()
    const ids = all.map(({ key }) => demonstrationOrganisation(key))
    const there = await db.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, ids))
    const known = new Set(there.map(({ id }) => id))
    for (const organisation of all)
      if (!known.has(demonstrationOrganisation(organisation.key))) await seedOrganisation(db, act, organisation)
    await seedMemberships(db, act, new Set(ids))
    await seedAffiliations(db, act, all)
  },
}

async function seedOrganisation(db: Db, act: Act, organisation: DemonstrationOrganisation): Promise<void> {
  const { key, invented, identifiers, standing, memberOf: _, lastConfirmedDaysAgo, ...profile } = organisation
  const id = demonstrationOrganisation(key)
  const confirmed = new Date(act.now.getTime() - lastConfirmedDaysAgo * DAY).toISOString()
  await createOrganisation(db, act, organisationDraft.parse({ ...profile, ...identifiers }), id)
  await db
    .update(organisations)
    .set({ standing, demonstration: invented, lastConfirmedAt: confirmed })
    .where(eq(organisations.id, id))
}

/** The accounts act for the organisations they name. */
async function seedMemberships(db: Db, act: Act, there: ReadonlySet<string>): Promise<void> {
  const now = act.now.toISOString()
  for (const account of demonstrationAccounts) {
    const organisation = demonstrationOrganisation(account.organisation)
    if (!there.has(organisation)) continue
    const { role } = account
    const person = demonstrationPerson(account.key)
    const begun = await db
      .insert(memberships)
      .values({ organisation, person, role, state: 'active', contact: true, createdAt: now, decidedAt: now })
      .onConflictDoNothing()
      .returning({ person: memberships.person })
    if (begun.length > 0)
      await record(db, act, membershipBegun, {
        chain: organisation,
        subject: organisation,
        payload: { organisation, person, role },
      })
  }
}

async function seedAffiliations(db: Db, act: Act, all: readonly DemonstrationOrganisation[]): Promise<void> {
  const keys = new Set(all.map(({ key }) => key))
  const rows = all.flatMap(({ key, memberOf }) =>
    memberOf
      .filter((body) => keys.has(body))
      .map((body) => ({
        body: demonstrationOrganisation(body),
        member: demonstrationOrganisation(key),
        state: 'confirmed' as const,
        proposedBy: 'body' as const,
        createdAt: act.now.toISOString(),
      })),
  )
  await db.insert(affiliations).values(rows).onConflictDoNothing()
}
