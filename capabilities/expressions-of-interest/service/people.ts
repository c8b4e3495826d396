import type { Db } from '#platform/db/database.ts'
import { findListings } from '../../listings/service/find.ts'
import { listMembers } from '../../organisations/service/people.ts'
import { type Expression, messagesOf } from './find.ts'

/** Everybody who acts for an organisation and is not suspended. */
export async function activePeople(db: Db, organisation: string) {
  const people = await listMembers(db, organisation, true)
  return people.filter(({ suspended }) => !suspended)
}

const ids = (people: readonly { person: string }[]) => people.map(({ person }) => person)
const keeps = ({ role }: { role: string | null }) => role === 'owner' || role === 'manager'

/** Who hears what happens on the owner's side: everybody. */
export async function ownerPeople(db: Db, row: Expression): Promise<string[]> {
  return ids(await activePeople(db, row.toOrganisation))
}

/** Who hears what happens on the sender's side: those who wrote in its name; where none of them is left, everybody. */
export async function senderPeople(db: Db, row: Expression): Promise<string[]> {
  const people = await activePeople(db, row.fromOrganisation)
  const messages = await messagesOf(db, row.id)
  const wrote = new Set([row.createdBy, ...messages.flatMap(({ side, author }) => (side === 'sender' ? [author] : []))])
  const theirs = people.filter(({ person }) => wrote.has(person))
  return ids(theirs.length > 0 ? theirs : people)
}

/** Who is to answer: whoever posted the listing; where they are gone, those who keep the organisation, else everybody. */
export async function handlers(db: Db, row: Expression): Promise<string[]> {
  const people = await activePeople(db, row.toOrganisation)
  const [listing] = await findListings(db, [row.listing])
  const posted = people.filter(({ person }) => person === listing?.createdBy)
  if (posted.length > 0) return ids(posted)
  const keepers = people.filter(keeps)
  return ids(keepers.length > 0 ? keepers : people)
}

/** Whom to turn to when those who are to answer do not: the other keepers, else everybody else; empty: nobody is left. */
export async function standIns(db: Db, row: Expression): Promise<string[]> {
  const people = await activePeople(db, row.toOrganisation)
  const asked = new Set(await handlers(db, row))
  const others = people.filter(({ person }) => !asked.has(person))
  const keepers = others.filter(keeps)
  if (keepers.length > 0) return ids(keepers)
  return ids(others.length > 0 ? others : people)
}
