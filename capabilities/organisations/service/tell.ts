import { and, eq, inArray } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { notify } from '../../notifications/service/notify.ts'
import { isActiveModerator, managed, memberships, organisations } from '../table.ts'

type Pair = { body: string; member: string }
type OfPerson = { organisation: string; person: string }

async function managersOf(db: Db, organisation: string): Promise<string[]> {
  const rows = await db
    .select({ person: memberships.person })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisation, organisation),
        eq(memberships.state, 'active'),
        inArray(memberships.role, ['owner', 'manager']),
      ),
    )
  return rows.map(({ person }) => person)
}

async function moderators(db: Db): Promise<string[]> {
  const rows = await db.select({ person: users.id }).from(users).where(isActiveModerator)
  return rows.map(({ person }) => person)
}

async function named(db: Db, id: string) {
  const [row] = await db
    .select({ name: organisations.displayName, slug: organisations.slug, managed })
    .from(organisations)
    .where(eq(organisations.id, id))
  return row
}

/** Tells those who decide that somebody asks: managers, and moderators where nobody else can. */
export async function tellOfRequest(db: Db, act: Act, { organisation, person }: OfPerson, at: string): Promise<void> {
  const row = await named(db, organisation)
  const [request] = await db
    .select({ name: users.name, takeOver: memberships.takeOver, message: memberships.message })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.person))
    .where(
      and(eq(memberships.organisation, organisation), eq(memberships.person, person), eq(memberships.state, 'asked')),
    )
  if (!row || !request) return
  const moderate = request.takeOver || !row.managed
  const managers = await managersOf(db, organisation)
  const told = moderate ? [...managers, ...(await moderators(db))] : managers
  await notify(db, act, {
    persons: told.filter((each) => each !== person),
    kind: moderate ? 'moderation' : 'membership',
    subject: { type: 'organisation', id: organisation },
    organisation,
    key: request.takeOver ? 'organisations:notifications.takeOver' : 'organisations:notifications.asked',
    values: { person: request.name, organisation: row.name },
    link: `/organisations/${row.slug}/people`,
    mail: 'immediate',
    letter: {
      action: 'organisations:notifications.decide',
      ...(request.message ? { quote: request.message } : {}),
    },
    occasion: `membership-asked:${organisation}:${person}:${at}`,
  })
}

/** Tells a person what became of their request or their role, unless they did it themselves. */
export async function tellPerson(
  db: Db,
  act: Act,
  what: 'begun' | 'declined' | 'changed' | 'ended',
  { organisation, person }: OfPerson,
  { actor, at }: { actor: string | null; at: string },
): Promise<void> {
  const row = await named(db, organisation)
  if (!row || actor === person) return
  const [kept] = await db
    .select({ reason: memberships.reason })
    .from(memberships)
    .where(and(eq(memberships.organisation, organisation), eq(memberships.person, person)))
  await notify(db, act, {
    persons: [person],
    kind: 'membership',
    subject: { type: 'organisation', id: organisation },
    organisation,
    key: `organisations:notifications.${what}`,
    values: { organisation: row.name },
    link: `/organisations/${row.slug}`,
    mail: 'immediate',
    ...(what === 'declined' && kept?.reason ? { letter: { quote: kept.reason } } : {}),
    occasion: `membership-${what}:${organisation}:${person}:${at}`,
  })
}

/** Tells the managers of one side of a pair what the other side did. */
export async function tellSide(
  db: Db,
  act: Act,
  what: 'proposedByBody' | 'proposedByMember' | 'confirmed' | 'ended',
  { body, member }: Pair,
  side: keyof Pair,
  { actor, at }: { actor: string | null; at: string },
): Promise<void> {
  const [one, other] = [await named(db, body), await named(db, member)]
  if (!one || !other) return
  const own = side === 'body' ? body : member
  await notify(db, act, {
    persons: (await managersOf(db, own)).filter((person) => person !== actor),
    kind: 'alliance',
    subject: { type: 'organisation', id: own },
    organisation: own,
    key: `organisations:notifications.affiliation.${what}`,
    values: { body: one.name, member: other.name },
    link: `/organisations/${side === 'body' ? one.slug : other.slug}/members`,
    mail: 'digest',
    occasion: `affiliation-${what}:${body}:${member}:${side}:${at}`,
  })
}

/** Tells whoever started an import that a step of it is done. */
export async function tellOfImport(
  db: Db,
  act: Act,
  what: 'ready' | 'done' | 'undone',
  given: { id: string; person: string | null; fileName: string },
  at: string,
): Promise<void> {
  if (!given.person) return
  await notify(db, act, {
    persons: [given.person],
    kind: 'news',
    subject: { type: 'import', id: given.id },
    key: `organisations:notifications.import.${what}`,
    values: { file: given.fileName },
    link: `/imports/${given.id}`,
    occasion: `import-${what}:${given.id}:${at}`,
  })
}
