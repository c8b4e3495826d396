import { eq, inArray, sql } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { type OrganisationSummary, organisationQuery } from '../../organisations/schema.ts'
import { listOrganisations } from '../../organisations/service/list.ts'
import { findOrganisation, type Organisation } from '../../organisations/service/profile.ts'
import { listings } from '../table.ts'
import type { OwnerFacts } from './leaks.ts'
import { searchText } from './search-text.ts'

/** The owners of some listings, by id: one question for a whole page. At most 100 are answered. */
export async function ownersById(db: Db, ids: readonly string[]): Promise<Map<string, OrganisationSummary>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const these = inArray(sql`"organisations"."id"`, wanted)
  const { rows } = await listOrganisations(db, these, organisationQuery.parse({ perPage: 100 }))
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a listing keeps of its owner's profile. */
export function ownerColumns(owner: Organisation) {
  return {
    ownerCountry: owner.country,
    ownerType: owner.organisationType,
    ownerSize: owner.size,
    ownerRoleTags: owner.roleTags,
    ownerLatitude: owner.latitude,
    ownerLongitude: owner.longitude,
    ownerNames: searchText([owner.displayName, owner.legalName, ...owner.otherNames, owner.city]),
  }
}

/**
 * An organisation as the one in whose name somebody posts.
 * @throws Problem `not-found`
 */
export function posterOf(db: Db, organisation: string): Promise<Organisation> {
  return findOrganisation(db, organisation)
}

/** Brings what an organisation's listings keep of its profile up to date. */
export async function refreshOwner(db: Db, organisation: string): Promise<void> {
  const owner = await findOrganisation(db, organisation)
  await db.update(listings).set(ownerColumns(owner)).where(eq(listings.organisation, organisation))
}

/** What would give an owner away, for the leak check. */
export async function ownerFacts(db: Db, organisation: string): Promise<OwnerFacts> {
  const owner = await findOrganisation(db, organisation)
  const people = await db
    .select({ name: users.name })
    .from(users)
    .where(
      sql`${users.id} in (select person from memberships where organisation = ${organisation} and state = 'active')`,
    )
  return {
    names: [owner.legalName, owner.displayName, ...owner.otherNames],
    people: people.map(({ name }) => name),
    places: [owner.city, owner.address].filter((place) => place !== ''),
    website: owner.website,
    numbers: [owner.pic, owner.oid, owner.vat, owner.ror, owner.erasmusCode].filter((number) => number !== null),
    describedAs: [owner.summary, ...owner.competences, ...owner.services],
  }
}
