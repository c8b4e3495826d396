import { and, count, desc, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { isModerator, type TokenScope } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, notFound, Problem } from '#platform/errors.ts'
import { hashed, newId, newSecret } from '#platform/ids.ts'
import { tokenCreated, tokenRevoked } from '../events.ts'
import type { TokenDraft, TokenIssue } from '../schema.ts'
import { accessTokens, profiles } from '../table.ts'
import { isPassword, wrongPassword } from './password.ts'
import { isCode } from './second-factor.ts'
import { needsSession, selfOf } from './self.ts'

const MOST = 50

type Row = typeof accessTokens.$inferSelect

/** One's access tokens, newest first; their secrets are not known any more. */
export async function listTokens(db: Db, act: Act) {
  const rows = await db
    .select()
    .from(accessTokens)
    .where(eq(accessTokens.person, selfOf(act.actor)))
    .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id))
  return rows.map((row) => shown(act, row))
}

/** Makes an access token for oneself. @returns it with its secret, which is not kept */
export async function createToken(db: Db, act: Act, draft: TokenDraft) {
  return makeToken(db, act, needsSession(act.actor), isModerator(act.actor), draft)
}

/**
 * Makes an access token for a program that has no browser, by e-mail address and password, and a code where the account
 * has a second factor.
 * @throws Problem `unauthenticated`, `forbidden` for a suspended person
 */
export async function issueToken(db: Db, act: Act, { email, password, code, ...draft }: TokenIssue) {
  const [person] = await db
    .select({
      id: users.id,
      secondFactor: users.twoFactorEnabled,
      siteRoles: profiles.siteRoles,
      suspendedAt: profiles.suspendedAt,
    })
    .from(users)
    .innerJoin(profiles, eq(profiles.person, users.id))
    .where(eq(users.email, email))
  if (!(await isPassword(db, act, person?.id ?? null, password)) || !person) throw wrongPassword()
  if (person.suspendedAt) throw new Problem('forbidden', 'people:errors.suspended')
  if (person.secondFactor && !code) throw new Problem('unauthenticated', 'people:errors.codeNeeded')
  if (person.secondFactor && !(await isCode(db, act, person.id, code ?? '')))
    throw new Problem('unauthenticated', 'people:errors.wrongCode')
  return makeToken(db, act, person.id, person.siteRoles.length > 0, draft)
}

/** @throws Problem `not-found` */
export async function revokeToken(db: Db, act: Act, id: string): Promise<void> {
  const person = selfOf(act.actor)
  const revoked = await db
    .delete(accessTokens)
    .where(and(eq(accessTokens.id, id), eq(accessTokens.person, person)))
    .returning({ id: accessTokens.id })
  if (revoked.length === 0) throw notFound()
  await record(db, act, tokenRevoked, { chain: 'site', subject: person, payload: { person, token: id } })
}

async function makeToken(db: Db, act: Act, person: string, mayAdminister: boolean, draft: TokenDraft) {
  const { name, scopes, days } = draft
  if (scopes.includes('administer') && !mayAdminister) throw invalidField('scopes', 'people:errors.tokenAdminister')
  const [kept] = await db.select({ total: count() }).from(accessTokens).where(eq(accessTokens.person, person))
  if ((kept?.total ?? 0) >= MOST) throw new Problem('conflict', 'people:errors.manyTokens', { values: { count: MOST } })
  const secret = `ent_${newSecret()}`
  const row: Row = {
    id: newId(),
    person,
    name,
    hash: hashed(secret),
    scopes,
    expiresAt: days === null ? null : new Date(act.now.getTime() + days * DAY).toISOString(),
    lastUsedAt: null,
    createdAt: act.now.toISOString(),
  }
  await db.insert(accessTokens).values(row)
  await record(db, act, tokenCreated, { chain: 'site', subject: person, payload: { person, token: row.id, scopes } })
  return { token: shown(act, row), secret }
}

function shown({ now }: Act, { id, name, scopes, expiresAt, lastUsedAt, createdAt }: Row) {
  const expired = expiresAt !== null && expiresAt <= now.toISOString()
  return { id, name, scopes: scopes as TokenScope[], expiresAt, expired, lastUsedAt, createdAt }
}
