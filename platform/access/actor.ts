/** Through which door a request came in. Every door is under the same policy. */
export type Door = 'page' | 'rest' | 'mcp' | 'cli' | 'job'

export type SiteRole = 'administrator' | 'moderator'

/** What a personal access token may be used for. A session has no such limit. */
export const tokenScopes = ['read', 'write', 'administer'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Whoever asks. Made anew for each request; never kept. */
export interface Actor {
  /** The person's id, or null for a visitor and for the platform itself. */
  id: string | null
  kind: 'visitor' | 'person' | 'system'
  name: string
  email: string | null
  emailVerified: boolean
  siteRoles: readonly SiteRole[]
  /** The person's role in each body it acts for, by the body's id. */
  standing: ReadonlyMap<string, string>
  /** Null: everything the person may do. */
  scopes: readonly TokenScope[] | null
}

export const visitor: Actor = {
  id: null,
  kind: 'visitor',
  name: '',
  email: null,
  emailVerified: false,
  siteRoles: [],
  standing: new Map(),
  scopes: null,
}

/** The platform acting by itself: a clock that ran out, an import, a digest. */
export function systemActor(name: string): Actor {
  return { ...visitor, kind: 'system', name }
}

export function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'system' || actor.siteRoles.includes('administrator')
}

export function isModerator(actor: Actor): boolean {
  return isAdministrator(actor) || actor.siteRoles.includes('moderator')
}
