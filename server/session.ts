import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { accessTokens } from '#capabilities/people/table.ts'
import { type Actor, type TokenScope, tokenScopes, visitor } from '#platform/access/actor.ts'
import type { Auth } from '#platform/auth/auth.ts'
import { sessions } from '#platform/auth/table.ts'
import { MINUTE } from '#platform/clock.ts'
import { Problem } from '#platform/errors.ts'
import { hashed } from '#platform/ids.ts'
import type { Platform } from '#platform/platform.ts'
import { loadActor } from './actor.ts'

export interface Presence {
  actor: Actor
  /** The language the person chose; null for a visitor. */
  locale: string | null
  /** The session that the cookie belongs to; null for a visitor and for an access token. */
  sessionId: string | null
}

const nobody: Presence = { actor: visitor, locale: null, sessionId: null }

/**
 * Who a request comes from: by its access token (`Authorization: Bearer ent_…`), else by its session's cookie. A request
 * without either costs no query. Whoever is suspended is a visitor.
 * @throws Problem `unauthenticated` for an access token that is unknown, expired or revoked
 */
export async function actorOf(platform: Platform, auth: Auth, headers: Headers): Promise<Presence> {
  const authorization = headers.get('authorization')
  if (authorization) return byAccessToken(platform, authorization)
  const token = auth.sessionToken(headers)
  if (!token) return nobody
  const { db } = platform.database
  const [session] = await db
    .select({ id: sessions.id, person: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.token, hashed(token)), gt(sessions.expiresAt, platform.clock.now())))
  const loaded = session && (await loadActor(db, session.person, null))
  return loaded ? { ...loaded, sessionId: session.id } : nobody
}

async function byAccessToken(platform: Platform, authorization: string): Promise<Presence> {
  const { db } = platform.database
  const secret = /^Bearer +(ent_[\w-]{20,100})$/i.exec(authorization)?.[1]
  const now = platform.clock.now().toISOString()
  const [token] = secret
    ? await db
        .select({ id: accessTokens.id, person: accessTokens.person, scopes: accessTokens.scopes })
        .from(accessTokens)
        .where(
          and(
            eq(accessTokens.hash, hashed(secret)),
            or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now)),
          ),
        )
    : []
  if (!token) throw new Problem('unauthenticated', 'people:errors.badToken')
  const loaded = await loadActor(db, token.person, token.scopes.filter(isScope))
  noteUse(platform, token.id)
  return loaded ? { ...loaded, sessionId: null } : nobody
}

function isScope(text: string): text is TokenScope {
  return tokenScopes.some((scope) => scope === text)
}

/** Writes down that a token was used, once a minute at most; the request does not wait for it. */
function noteUse({ database, clock, log }: Platform, id: string): void {
  const now = clock.now()
  const minuteAgo = new Date(now.getTime() - MINUTE).toISOString()
  database.db
    .update(accessTokens)
    .set({ lastUsedAt: now.toISOString() })
    .where(and(eq(accessTokens.id, id), or(isNull(accessTokens.lastUsedAt), lt(accessTokens.lastUsedAt, minuteAgo))))
    .catch((error: unknown) => log.warn({ token: id, error: String(error) }, 'the use of a token was not noted'))
}
