import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { describeBreach } from './breach.ts'
import { deriveFloors } from './cycles.ts'
import { checkStructure, readTree } from './structure.ts'

const roots: string[] = []

/** A tree on disk with these files; the content is an array of lines. */
function tree(files: Record<string, string[]>): ReturnType<typeof readTree> {
  const root = mkdtempSync(join(tmpdir(), 'entente-structure-'))
  roots.push(root)
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${lines.join('\n')}\n`)
  }
  return readTree(root)
}

function breaches(files: Record<string, string[]>): string[] {
  return checkStructure(tree(files)).map((breach) => describeBreach(breach).split(': ')[0] ?? '')
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

const sound = {
  'engines/thesaurus/package.json': ['{ "name": "@entente/thesaurus" }'],
  'engines/thesaurus/stem.ts': ['export const stem = (word: string) => word'],
  'engines/matching/rank.ts': ["import { stem } from '@entente/thesaurus/stem.ts'", 'export const rank = stem'],
  'engines/matching/rank.test.ts': ["import { readFileSync } from 'node:fs'", 'readFileSync(String(Math.random()))'],
  'engines/matching/bench/speed.ts': ['console.log(Date.now())'],
  'platform/clock.ts': ['export const clock = { now: () => new Date() }'],
  'platform/ids.ts': ["import { v7 } from 'uuid'", 'export const id = () => v7()'],
  'platform/outbound.ts': ['export const get = (url: string) => fetch(url)'],
  'platform/db/pool.ts': ["import { clock } from '../clock.ts'", 'export const at = new Date(clock.now())'],
  'ui/button.tsx': ['export const Button = () => <button type="button">it\'s</button>'],
  'capabilities/vocabularies/countries.ts': ["export const countries = ['FR']"],
  'capabilities/people/table.ts': ['export const people = {}'],
  'capabilities/people/schema.ts': [
    "export { countries } from '../vocabularies/countries.ts'",
    'export type Person = {}',
  ],
  'capabilities/people/service.ts': ["import { people } from './table.ts'", 'export const list = () => people'],
  'capabilities/people/parts/card.tsx': ['export const Card = () => null'],
  'capabilities/listings/table.ts': [
    "import { people } from '#capabilities/people/table.ts'",
    'export const l = people',
  ],
  'capabilities/listings/service/publish.ts': [
    "import { rank } from '#engines/matching/rank.ts'",
    "import { list } from '../../people/service.ts'",
    "import { l } from '../table.ts'",
    'export const publish = () => [rank, list, l]',
  ],
  'capabilities/listings/api.ts': [
    "import { publish } from './service/publish.ts'",
    "import { at } from '#platform/db/pool.ts'",
    'export const router = { publish, at, app: (hono: { fetch(x: string): void }) => hono.fetch("x") }',
  ],
  'capabilities/listings/api.test.ts': [
    "import { api } from '#server/api.ts'",
    'export const started = [api, Date.now()]',
  ],
  'capabilities/listings/pages/listing.tsx': [
    "import type { Api } from '#server/api.ts'",
    "import { Card } from '#capabilities/people/parts/card.tsx'",
    "import { Button } from '#ui/button.tsx'",
    "import { requestOf } from '#web/request.ts'",
    'export default (props: { api: Api }) => [props, Card, Button, requestOf]',
  ],
  'capabilities/listings/messages/en.json': ['{}'],
  'capabilities/listings/functions.sql': ['-- none yet'],
  'capabilities/listings/service/leaks.cases.json': ['[]'],
  'web/request.ts': ["import type { Api } from '#server/api.ts'", 'export const requestOf = (api: Api) => api'],
  'server/api.ts': [
    "import { router } from '#capabilities/listings/api.ts'",
    'export const api = router',
    'export type Api = typeof api',
  ],
  'app/root.tsx': ["import type { Api } from '#server/api.ts'", 'export default (props: { api: Api }) => props'],
}

test('a sound tree has no breach, and floors follow from imports', () => {
  expect(breaches(sound)).toEqual([])
  expect([...deriveFloors(tree(sound).sources)]).toEqual([
    ['vocabularies', 0],
    ['people', 1],
    ['listings', 2],
  ])
})

test('every layer keeps to what it may import', () => {
  // An import upward closes a ring as well; rings have a test of their own.
  expect(
    breaches({
      ...sound,
      'platform/mail.ts': [
        '',
        "import type { Person } from '#capabilities/people/schema.ts'",
        'export type To = Person',
      ],
      'web/list.ts': ["import { id } from '#platform/ids.ts'", 'export const list = id'],
      'ui/badge.tsx': ["export { id } from '#platform/ids.ts'", 'export const badge = 1'],
      'engines/network/layout.ts': ["import { rank } from '../matching/rank.ts'", 'export const layout = rank'],
      'app/sessions.ts': ["import { api } from '../server/api.ts'", 'export const sessions = api'],
      'app/rows.ts': ["import { people } from '#capabilities/people/table.ts'", 'export const rows = people'],
      'capabilities/people/pages/person.tsx': [
        "import { api } from '#server/api.ts'",
        "import { list } from '../service.ts'",
        "import { id } from '#platform/ids.ts'",
        'export default () => [api, list, id]',
      ],
      'capabilities/people/policy.ts': ["const later = import('./service.ts')", 'export const may = later'],
      'capabilities/news/api.ts': [
        "import { list } from '../people/service.ts'",
        "import { rank } from '#engines/matching/rank.ts'",
        "import { people } from '../people/table.ts'",
        'export const api = [list, rank, people]',
      ],
      'capabilities/news/service.ts': ["export type Rows = typeof import('../people/table.ts')"],
    }).filter((line) => !line.endsWith(' cycle')),
  ).toEqual([
    'app/rows.ts:1 app-values',
    'app/sessions.ts:1 app-values',
    'capabilities/news/api.ts:1 api',
    'capabilities/news/api.ts:2 api',
    'capabilities/news/api.ts:3 api',
    'capabilities/news/service.ts:1 service',
    'capabilities/people/pages/person.tsx:1 pages',
    'capabilities/people/pages/person.tsx:2 pages',
    'capabilities/people/pages/person.tsx:3 pages',
    'capabilities/people/policy.ts:1 policy',
    'engines/network/layout.ts:1 engine',
    'platform/mail.ts:2 platform',
    'ui/badge.tsx:1 ui',
    'web/list.ts:1 web',
  ])
})

test('folders stand in an order, types included', () => {
  const found = checkStructure(
    tree({
      'capabilities/people/schema.ts': [
        'export type Person = { news: News[] }',
        "import type { News } from '../news/schema.ts'",
      ],
      'capabilities/news/schema.ts': ["import type { Person } from '../people/schema.ts'", 'export type News = Person'],
      'platform/db/pool.ts': ["import { log } from '../log.ts'", 'export const pool = log'],
      'platform/log.ts': ["import { mail } from './mail/mail.ts'", 'export const log = mail'],
      'platform/mail/mail.ts': ["import { pool } from '../db/pool.ts'", 'export const mail = pool'],
      'platform/one.ts': ["import type { Two } from './two.ts'", 'export type One = Two | 1'],
      'platform/two.ts': ["import type { One } from './one.ts'", 'export type Two = One[]'],
    }),
  )
  expect(found).toEqual([
    {
      file: 'capabilities/news/schema.ts',
      line: 1,
      rule: 'cycle',
      sentence:
        'capabilities/news → capabilities/people → capabilities/news (capabilities/news/schema.ts:1, capabilities/people/schema.ts:2)',
    },
    {
      file: 'platform/db/pool.ts',
      line: 1,
      rule: 'cycle',
      sentence:
        'platform/db → platform/log.ts → platform/mail → platform/db (platform/db/pool.ts:1, platform/log.ts:1, platform/mail/mail.ts:1)',
    },
  ])
})

test('files are named for what they hold, stay short, and a capability keeps to its vocabulary', () => {
  expect(
    breaches({
      'platform/utils.ts': ['export const a = 1'],
      'ui/shared/box.tsx': ['export const Box = 1'],
      'engines/matching/index.ts': ['export const b = 1'],
      'platform/everything.ts': ["export * from './log.ts'", "export { clock } from './clock.ts'"],
      'platform/long.ts': Array.from({ length: 401 }, (_, at) => `export const n${at} = ${at}`),
      'platform/full.ts': Array.from({ length: 400 }, (_, at) => `export const n${at} = ${at}`),
      'platform/broken.ts': ['export const = 1'],
      'capabilities/people/mailer.ts': ['export const c = 1'],
      'capabilities/people/service/deep/down.ts': ['export const d = 1'],
      'capabilities/people/pages/list.ts': ['export const e = 1'],
      'capabilities/people/messages/english.json': ['{}'],
      'capabilities/people/demo/people.json': ['[]'],
      'capabilities/people/people.test.ts': ['export {}'],
      'capabilities/map/outlines.ts': ['export const f = 1'],
      'capabilities/stray.ts': ['export const g = 1'],
    }),
  ).toEqual([
    'capabilities/people/mailer.ts:1 vocabulary',
    'capabilities/people/messages/english.json:1 vocabulary',
    'capabilities/people/pages/list.ts:1 vocabulary',
    'capabilities/people/service/deep/down.ts:1 vocabulary',
    'capabilities/stray.ts:1 vocabulary',
    'engines/matching/index.ts:1 barrel',
    'platform/broken.ts:1 syntax',
    'platform/everything.ts:1 barrel',
    'platform/long.ts:401 length',
    'platform/utils.ts:1 name',
    'ui/shared/box.tsx:1 name',
  ])
})

test('clock, chance, ids, sockets and the database come in through one door each', () => {
  expect(
    breaches({
      'engines/matching/rank.ts': [
        "import { readFileSync } from 'node:fs'",
        "import path from 'path'",
        'export const a = Date.now() + Math.random() + performance.now()',
        'export const b = [new Date(), new Date(0), readFileSync, path]',
      ],
      'platform/mail.ts': [
        "import http, { request } from 'node:http'",
        "import { randomUUID } from 'node:crypto'",
        "import { v7 } from 'uuid'",
        'export const a = () => [new Date(), Date.now(), new Date(5)]',
        'export const b = () => [fetch("x"), globalThis.fetch("x"), http.get("x"), http.createServer(), request]',
        'export const c = () => [randomUUID(), crypto.randomUUID(), v7]',
      ],
      'platform/injected.ts': ['export const get = (fetch: (url: string) => string) => fetch("x")'],
      'capabilities/people/service.ts': [
        "import { db } from '#platform/db/database.ts'",
        'export const now = [db, Date()]',
      ],
      'capabilities/people/pages/people.tsx': ['export const load = () => fetch("/here")'],
      'platform/db/database.ts': ['export const db = 1'],
      'server/main.ts': [
        "import { type db } from '../platform/db/database.ts'",
        'export const now: typeof db = Date.now()',
      ],
    }),
  ).toEqual([
    'capabilities/people/service.ts:1 db',
    'capabilities/people/service.ts:2 clock',
    'engines/matching/rank.ts:1 engine',
    'engines/matching/rank.ts:2 engine',
    'engines/matching/rank.ts:3 engine',
    'engines/matching/rank.ts:3 engine',
    'engines/matching/rank.ts:3 engine',
    'engines/matching/rank.ts:4 engine',
    'platform/mail.ts:1 outbound',
    'platform/mail.ts:3 ids',
    'platform/mail.ts:4 clock',
    'platform/mail.ts:4 clock',
    'platform/mail.ts:5 outbound',
    'platform/mail.ts:5 outbound',
    'platform/mail.ts:5 outbound',
    'platform/mail.ts:6 ids',
    'platform/mail.ts:6 ids',
    'server/main.ts:2 clock',
  ])
})
