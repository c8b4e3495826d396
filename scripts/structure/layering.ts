import type { Breach } from './breach.ts'
import { type Place, placeOf, type Role } from './place.ts'
import type { Import, Source } from './source.ts'

/** What a file of a capability may take from its own capability. */
const own: Partial<Record<Role, Role[]>> = {
  table: ['schema', 'data'],
  schema: ['schema', 'data'],
  policy: ['table', 'schema', 'access', 'data'],
  access: ['schema', 'policy', 'data'],
  events: ['schema', 'data'],
  service: ['table', 'schema', 'policy', 'access', 'events', 'service', 'data'],
  jobs: ['table', 'schema', 'policy', 'access', 'events', 'service', 'jobs', 'data'],
  api: ['service', 'schema', 'policy', 'access', 'events', 'api', 'data'],
  demo: ['table', 'schema', 'policy', 'access', 'events', 'service', 'demo', 'data'],
  pages: ['schema', 'pages', 'parts', 'data'],
  parts: ['schema', 'parts', 'data'],
  data: ['schema', 'data'],
}

/**
 * What it may take from a capability below; that it is below shows in there being no cycle. Pages show a lower one's
 * parts; a part that has to travel upward is handed over by `app`.
 */
const below: Partial<Record<Role, Role[]>> = {
  table: ['table', 'data'],
  schema: ['schema', 'data'],
  policy: ['policy', 'schema', 'access', 'data'],
  access: ['access', 'data'],
  events: ['events', 'schema', 'data'],
  service: ['service', 'schema', 'policy', 'events', 'data'],
  jobs: ['service', 'schema', 'policy', 'events', 'data'],
  api: ['schema', 'policy', 'data'],
  demo: ['demo', 'service', 'schema', 'data'],
  pages: ['parts', 'schema', 'data'],
  parts: ['parts', 'schema', 'data'],
  data: ['data'],
}

const usesEngines = new Set<Role>(['service', 'jobs', 'demo'])
const drawn = new Set<Role>(['pages', 'parts'])
/** Server-only files of a capability: their values must not reach the browser. */
const serverOnly = new Set<Role>(['table', 'service', 'api', 'jobs', 'events', 'demo'])
const composing = new Set(['server', 'cli', 'bench', 'e2e', 'scripts'])

/** Rules 1 to 6: who may import whom. */
export function checkLayering(source: Source): Breach[] {
  const from = placeOf(source.path)
  return source.imports.flatMap((taken) => {
    if (taken.target === undefined) return []
    const complaint = judge(from, placeOf(taken.target), taken)
    return complaint ? [{ file: source.path, line: taken.line, ...complaint }] : []
  })
}

/** Whether only types of the joined router are taken: what pages, and what they are written with, see of the server. */
export function isRouterTypes(taken: Import): boolean {
  return taken.typeOnly && taken.target === 'server/api.ts'
}

type Complaint = Pick<Breach, 'rule' | 'sentence'>

function judge(from: Place, to: Place, taken: Import): Complaint | undefined {
  if (composing.has(from.layer)) return undefined
  switch (from.layer) {
    case 'app':
      return judgeApp(to, taken)
    case 'platform':
      if (to.layer === 'platform') return undefined
      return { rule: 'platform', sentence: `platform imports packages only, not ${taken.target}` }
    case 'ui':
      if (to.layer === 'ui') return undefined
      return { rule: 'ui', sentence: `ui imports nothing else of ours, not ${taken.target}` }
    case 'web':
      if (to.layer === 'web' || to.layer === 'ui' || isRouterTypes(taken)) return undefined
      return { rule: 'web', sentence: `web imports ui and types of server/api.ts, not ${taken.target}` }
    case 'engines':
      if (to.layer === 'engines' && (to.owner === from.owner || to.owner === 'thesaurus')) return undefined
      return { rule: 'engine', sentence: `an engine imports only itself and engines/thesaurus, not ${taken.target}` }
    default:
      return judgeCapability(from, to, taken)
  }
}

function judgeApp(to: Place, taken: Import): Complaint | undefined {
  if (taken.typeOnly) return undefined
  if (to.layer === 'server' || (to.role !== '' && serverOnly.has(to.role))) {
    return {
      rule: 'app-values',
      sentence: `the app bundle takes types only from ${taken.target}, or the server's modules would be loaded twice`,
    }
  }
  return undefined
}

function judgeCapability(from: Place, to: Place, taken: Import): Complaint | undefined {
  const { role } = from
  if (role === 'test' || role === 'unknown' || role === '') return undefined
  if (drawn.has(role)) {
    if (to.layer === 'ui' || to.layer === 'web') return undefined
    if (taken.target === 'server/api.ts') {
      if (taken.typeOnly) return undefined
      return { rule: 'pages', sentence: 'pages and parts take types only from server/api.ts (`import type`)' }
    }
  } else if (to.layer === 'platform') {
    return undefined
  }
  if (to.layer === 'engines' && usesEngines.has(role)) return undefined
  const may = to.owner === from.owner ? own[role] : below[role]
  if (to.layer === 'capabilities' && to.role !== '' && may?.includes(to.role)) return undefined
  const whose = to.layer !== 'capabilities' ? '' : to.owner === from.owner ? 'its own ' : `${to.owner}'s `
  const what = to.layer === 'capabilities' && to.role ? to.role : to.layer
  return { rule: role, sentence: `${article(role)} does not import ${whose}${what} (${taken.target})` }
}

function article(role: Role): string {
  if (role === 'pages') return 'a page'
  if (role === 'parts') return 'a part'
  if (role === 'jobs') return 'a job'
  if (role === 'api' || role === 'events' || role === 'access') return `${role}.ts`
  return `a ${role}`
}
