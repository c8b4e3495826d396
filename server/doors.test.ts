import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '#platform/access/actor.ts'
import { Problem } from '#platform/errors.ts'
import { say } from '#platform/i18n/messages.ts'
import type { RequestContext } from '#platform/procedure.ts'
import { answerMcp } from './mcp.ts'
import { operations } from './operations.ts'
import { answerRest, openApiDocument } from './rest.ts'
import { type TestWorld, testWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

function visit(door: 'rest' | 'mcp', headers = new Headers()): RequestContext {
  return { platform: world.platform, actor: visitor, door, locale: 'en', headers, answerHeaders: new Headers() }
}

const post = (url: string, body: object) =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify(body),
  })

describe('the REST door', () => {
  it('says in a header how long to wait after too many tries', async () => {
    const { origin } = world.platform.config
    const from = new Headers({ 'x-entente-client': '2001:db8::1' })
    const body = { email: 'nobody@example.org' }
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries++) {
      const answer = await answerRest(post(`${origin}/api/session/links`, body), visit('rest', from))
      statuses.push(answer?.status ?? 0)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    const refused = await answerRest(post(`${origin}/api/session/links`, body), visit('rest', from))
    expect(refused?.status).toBe(429)
    expect(refused?.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused?.json()).toMatchObject({ status: 429, details: { seconds: 60 * 60 } })
    expect(refused?.headers.get('retry-after')).toBe(String(60 * 60))
  })

  it('says in the reader’s language that a body is no JSON', async () => {
    const { origin } = world.platform.config
    const broken = (contents: string) =>
      new Request(`${origin}/api/session/links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: contents,
      })
    for (const contents of ['{"email": ', 'email=somebody', '{"email": "a@example.org"}}']) {
      const answer = await answerRest(broken(contents), { ...visit('rest'), locale: 'fr' })
      expect(answer?.status, contents).toBe(400)
      expect(answer?.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer?.json()).toEqual({
        type: 'about:blank',
        status: 400,
        title: say('fr', { key: 'platform:errors.malformed' }),
        reason: 'malformed',
        fields: [],
      })
    }
  })

  it('says in the reader’s language that something went wrong, and nothing of what', async () => {
    const { origin } = world.platform.config
    const logged: unknown[] = []
    const platform = {
      ...world.platform,
      clock: {
        now: () => {
          throw new Error('the clock is broken')
        },
      },
      log: { ...world.platform.log, error: (about: unknown) => logged.push(about) },
    } as unknown as RequestContext['platform']
    const asked = new Request(`${origin}/api/listings`)
    const answer = await answerRest(asked, { ...visit('rest'), platform, locale: 'fr' })
    expect(await answer?.json()).toEqual({
      type: 'about:blank',
      status: 500,
      title: say('fr', { key: 'platform:errors.unexpected' }),
      reason: 'unexpected',
      fields: [],
    })
    expect(JSON.stringify(logged)).toContain('the clock is broken')
    platform.clock.now = () => {
      throw new Problem('unavailable', 'platform:errors.busy')
    }
    const busy = await answerRest(new Request(asked), { ...visit('rest'), platform, locale: 'fr' })
    expect(await busy?.json()).toMatchObject({ status: 503, title: say('fr', { key: 'platform:errors.busy' }) })
  })

  it('describes every operation, with the scope it needs and its name as a tool', async () => {
    const { paths } = (await openApiDocument(world.platform)) as {
      paths: Record<string, Record<string, { 'x-scope'?: string; 'x-tool'?: string; tags?: string[] }>>
    }
    for (const { name, method, address, meta, tool } of operations) {
      const described = paths[address]?.[method.toLowerCase()]
      expect(described?.['x-scope'], name).toBe(meta.effect)
      expect(described?.['x-tool'] ?? null, name).toBe(tool)
      expect(described?.tags, name).toHaveLength(1)
    }
  })
})

describe('the MCP door', () => {
  it('offers what makes sense without a browser, and nothing that signs one in or out', async () => {
    const { origin } = world.platform.config
    const asked = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const answer = await answerMcp(post(`${origin}/mcp`, asked), visit('mcp'))
    const { result } = (await answer.json()) as { result: { tools: { name: string }[] } }
    const names = result.tools.map(({ name }) => name)
    expect(names).toContain('people_signUp')
    expect(names).toContain('people_tokens_issue')
    expect(names).toContain('organisations_list')
    for (const left of ['signIn', 'signOut', 'secondFactor', 'signInByLink', 'requestMagicLink', 'resetPassword'])
      expect(names).not.toContain(`people_${left}`)
    const called = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'people_signOut', arguments: {} } }
    const refused = await answerMcp(post(`${origin}/mcp`, called), visit('mcp'))
    expect(await refused.json()).toMatchObject({ result: { isError: true } })
  })
})
