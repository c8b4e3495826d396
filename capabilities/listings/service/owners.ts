import { eq, sql } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { findOrganisation, type Organisation } from '../../organisations/service/profile.ts'
import { listings } from '../table.ts'
import type { OwnerFacts } from './leaks.ts'
import { searchText } from './search-text.ts'

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
