import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { findListings } from '../../listings/service/find.ts'
import type { Mailing, NotificationKind } from '../../notifications/schema.ts'
import { type Letter, notify } from '../../notifications/service/notify.ts'
import { findOrganisation } from '../../organisations/service/profile.ts'
import type { Expression } from './find.ts'
import { ownerPeople, senderPeople } from './people.ts'

export interface Telling {
  kind: NotificationKind
  mail: Mailing
  letter?: Letter
  /** Who caused it, and so need not be told. */
  except?: string | null
  /** When it happened. */
  at: string
  /** Tells this deed from others of its kind in the same conversation; the instant, where left out. */
  occasion?: string
}

/** A quotation in a mail is to remind, not to read all of it there. */
const QUOTED = 600

export function quoted(...texts: string[]): string {
  const text = texts.filter(Boolean).join('\n\n')
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED).trimEnd()} …`
}

const nameOf = async (db: Db, organisation: string) => (await findOrganisation(db, organisation)).displayName

/**
 * Tells people on the owner's side; the sentence names the sender.
 * @param sentence `received`, of `notifications.owner` in the messages
 * @param persons everybody on that side, unless said otherwise
 */
export async function tellOwner(
  db: Db,
  act: Act,
  row: Expression,
  sentence: string,
  telling: Telling,
  persons?: readonly string[],
): Promise<void> {
  const values = { organisation: await nameOf(db, row.fromOrganisation) }
  const key = `expressions-of-interest:notifications.owner.${sentence}`
  await tell(db, act, row, persons ?? (await ownerPeople(db, row)), key, values, row.toOrganisation, telling)
}

/**
 * Tells people on the sender's side; the sentence names the owner only where they know who it is.
 * @param sentence `replied`, of both `notifications.sender` and `notifications.hidden` in the messages
 */
export async function tellSender(db: Db, act: Act, row: Expression, sentence: string, telling: Telling): Promise<void> {
  const persons = await senderPeople(db, row)
  const from = row.fromOrganisation
  if (row.ownerKnown) {
    const key = `expressions-of-interest:notifications.sender.${sentence}`
    await tell(db, act, row, persons, key, { organisation: await nameOf(db, row.toOrganisation) }, from, telling)
  } else {
    await tell(db, act, row, persons, `expressions-of-interest:notifications.hidden.${sentence}`, {}, from, telling)
  }
}

/** Tells moderators. The sentence names nobody: they open the conversation only where somebody reported it. */
export async function tellModerators(
  db: Db,
  act: Act,
  row: Expression,
  sentence: string,
  telling: Telling,
  persons: readonly string[],
): Promise<void> {
  const key = `expressions-of-interest:notifications.moderator.${sentence}`
  await tell(db, act, row, persons, key, {}, null, telling)
}

async function tell(
  db: Db,
  act: Act,
  row: Expression,
  persons: readonly string[],
  key: string,
  values: Record<string, string>,
  organisation: string | null,
  { kind, mail, letter, except, at, occasion }: Telling,
): Promise<void> {
  const [listing] = await findListings(db, [row.listing])
  if (!listing) return
  await notify(db, act, {
    persons: persons.filter((person) => person !== except),
    kind,
    subject: { type: 'expression', id: row.id },
    organisation,
    key,
    values: { ...values, title: listing.title, due: new Date(row.replyDueAt).getTime() },
    link: row.reported || organisation ? `/inbox/${row.id}` : `/listings/${listing.reference}`,
    mail,
    ...(letter ? { letter } : {}),
    at,
    thread: `expression-of-interest/${row.id}`,
    occasion: `${key}:${row.id}:${occasion ?? at}`,
  })
}
