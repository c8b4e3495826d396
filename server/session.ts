import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { accessTokens, profiles } from '#capabilities/people/table.ts'
import { type Actor, type TokenScope, tokenScopes, visitor } from '#platform/access/actor.ts'
import type { Auth } from '#platform/auth/auth.ts'
import { sessions, users } from '#platform/auth/table.ts'
import { MINUTE } from '#platform/clock.ts'
import { Problem } from '#platform/errors.ts'
import { hashed } from '#platform/ids.ts'
import type { Platform } from '#platform/platform.ts'
import { actorFrom, personFields } from './actor.ts'

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
  const [session] = await platform.database.db
    .select({ session: sessions.id, person: personFields })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(profiles, eq(profiles.person, users.id))
    .where(and(eq(sessions.token, hashed(token)), gt(sessions.expiresAt, platform.clock.now())))
  const loaded = session && actorFrom(session.person, null)
  return loaded ? { ...loaded, sessionId: session.session } : nobody
}

async function byAccessToken(platform: Platform, authorization: string): Promise<Presence> {
  const secret = /^Bearer +(ent_[\w-]{20,100})$/i.exec(authorization)?.[1]
  const now = platform.clock.now()
  const [token] = secret
    ? await platform.database.db
        .select({
          id: accessTokens.id,
          scopes: accessTokens.scopes,
          lastUsedAt: accessTokens.lastUsedAt,
          person: personFields,
        })
        .from(accessTokens)
        .innerJoin(users, eq(users.id, accessTokens.person))
        .leftJoin(profiles, eq(profiles.person, users.id))
        .where(
          and(
            eq(accessTokens.hash, hashed(secret)),
            or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now.toISOString())),
          ),
        )
    : []
  if (!token) throw new Problem('unauthenticated', 'people:errors.badToken')
  if (!token.lastUsedAt || Date.parse(token.lastUsedAt) < now.getTime() - MINUTE) noteUse(platform, token.id)
  const loaded = actorFrom(token.person, token.scopes.filter(isScope))
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
