import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { testDoors } from './test-doors.ts'
import { type Ask, journey } from './test-journey.ts'
import { type TestWorld, testWorld } from './test-world.ts'

let world: TestWorld
let doors: ReturnType<typeof testDoors>
let server: Server
const agents = new Map<string, Client>()

beforeAll(async () => {
  world = await testWorld()
  doors = testDoors(world.platform)
  server = createServer(getRequestListener(doors.serve))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const agent of agents.values()) await agent.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await world.close()
})

/** An agent that brings this access token, or none. */
async function agentWith(token = ''): Promise<Client> {
  const known = agents.get(token)
  if (known) return known
  const { port } = server.address() as AddressInfo
  const agent = new Client({ name: 'journey', version: '1' })
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  await agent.connect(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), { requestInit: { headers } }),
  )
  agents.set(token, agent)
  return agent
}

it('leads from a need on the board to an agreement, by the tools of the MCP door alone', async () => {
  const ask: Ask = async (name, input, token) => {
    const agent = await agentWith(token)
    const answer = await agent.callTool({ name: name.replaceAll('.', '_'), arguments: { ...input } })
    const [first] = answer.content as { text: string }[]
    const body: unknown = JSON.parse(first?.text ?? 'null')
    if (answer.isError) throw Object.assign(new Error(first?.text), body)
    return body
  }
  await journey(world, doors, ask, 'mcp')
})

it('offers a tool for every operation that needs no browser and no file, each with what goes in', async () => {
  const { tools } = await (await agentWith()).listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(operations.flatMap(({ tool }) => tool ?? []).sort())
  for (const { name, inputSchema, description } of tools) {
    expect(inputSchema.type, name).toBe('object')
    expect(description, name).toBeTruthy()
  }
})

it('answers a file as a resource', async () => {
  const person = await world.person('Filer')
  const own = await person.api()
  const draft = { legalName: 'Filing Ltd', displayName: 'Filing', organisationType: 'PRC', country: 'IE' } as const
  const { id: organisation } = await own.organisations.create(draft)
  const api = await person.api()
  const { id } = await api.listings.create({ side: 'need', title: 'A file for brass is sought', organisation })
  const file = new File(['a rod'], 'drawing.txt', { type: 'text/plain' })
  const { id: attachment } = await api.listings.attachments.add({ id, file })
  await api.listings.publish({ id })
  const agent = await agentWith()
  const answer = await agent.callTool({ name: 'listings_attachments_get', arguments: { id, file: attachment } })
  const [{ resource } = { resource: undefined }] = answer.content as { resource?: { mimeType: string; blob: string } }[]
  expect(Buffer.from(resource?.blob ?? '', 'base64').toString()).toBe('a rod')
  expect(resource?.mimeType).toMatch(/^text\/plain/)
})

it('refuses what is no message of the protocol, and keeps no stream open', async () => {
  const { port } = server.address() as AddressInfo
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  for (const init of [
    { method: 'GET', headers: { accept: 'text/event-stream' } },
    { method: 'DELETE' },
    { method: 'PUT', headers, body: '{}' },
    { method: 'POST', headers, body: '{' },
    { method: 'POST', headers, body: '{"jsonrpc":"1.0"}' },
    { method: 'POST', headers, body: '['.repeat(20_000) },
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '\u0000' },
  ]) {
    const answer = await fetch(`http://127.0.0.1:${port}/mcp`, { ...init, signal: AbortSignal.timeout(20_000) })
    expect.soft(answer.status, JSON.stringify(init).slice(0, 80)).toBeGreaterThanOrEqual(400)
    expect.soft(answer.status, JSON.stringify(init).slice(0, 80)).toBeLessThan(500)
    await answer.body?.cancel()
  }
})
