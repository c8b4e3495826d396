import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { Problem } from './errors.ts'
import { isPublic, type OutboundFault, openOutbound } from './outbound.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A web server on this machine; returns its port. */
async function serve(listener: RequestListener): Promise<number> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function faultOf(request: Promise<unknown>): Promise<OutboundFault> {
  const problem = await request.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(problem instanceof Problem)) throw new Error(`not refused: ${problem}`)
  expect(problem.said.key).toBe('platform:errors.outbound')
  return problem.details?.why as OutboundFault
}

test('asks an allowed service and hands over its whole answer', async () => {
  const port = await serve(async (request, response) => {
    const body = (await Array.fromAsync(request)).join('')
    response.writeHead(201, { 'X-Kind': 'echo' }).end(`${request.method} ${request.headers['x-event']} ${body}`)
  })
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  const answer = await outbound.request(`http://127.0.0.1:${port}/hook`, {
    method: 'POST',
    headers: { 'X-Event': 'published' },
    body: 'é',
  })
  expect(answer.status).toBe(201)
  expect(answer.headers['x-kind']).toBe('echo')
  expect(new TextDecoder().decode(answer.body)).toBe('POST published é')
})

test('never reaches this machine or its network, however the address is written', async () => {
  let asked = 0
  const port = await serve((_, response) => {
    asked++
    response.end()
  })
  const outbound = openOutbound({ allowPrivate: [`other.example:${port}`] })
  const hosts = ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']
  for (const host of hosts) {
    expect(await faultOf(outbound.request(`http://${host}:${port}/`)), host).toBe('address')
    expect(await faultOf(outbound.request(`http://${host}/`)), host).toBe('address')
  }
  expect(asked).toBe(0)
})

test('refuses a name when any of its addresses lies inside', async () => {
  const outbound = openOutbound({
    resolve: async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.5', family: 4 },
    ],
  })
  expect(await faultOf(outbound.request('https://two-faced.example/'))).toBe('address')
})

test('looks a name up once and connects to what was found', async () => {
  const port = await serve((request, response) => response.end(request.headers.host))
  let lookups = 0
  const outbound = openOutbound({
    allowPrivate: [`hooks.example:${port}`],
    resolve: async () => {
      lookups++
      return [{ address: '127.0.0.1', family: 4 }]
    },
  })
  const answer = await outbound.request(`http://hooks.example:${port}/`)
  expect(new TextDecoder().decode(answer.body)).toBe(`hooks.example:${port}`)
  expect(lookups).toBe(1)
})

test('a name that does not exist looks like one that leads inside', async () => {
  const outbound = openOutbound({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  expect(await faultOf(outbound.request('https://nowhere.example/'))).toBe('address')
})

test.each([
  'ftp://example.org/',
  'file:///etc/passwd',
  'https://user:secret@example.org/',
  'https://example.org:25/',
  'not an address',
])('refuses %s without looking anything up', async (url) => {
  const outbound = openOutbound({ resolve: () => Promise.reject(new Error('was looked up')) })
  expect(await faultOf(outbound.request(url))).toBe('address')
})

test('returns a redirect as it is', async () => {
  const paths: string[] = []
  const port = await serve((request, response) => {
    paths.push(request.url ?? '')
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  const answer = await outbound.request(`http://127.0.0.1:${port}/start`)
  expect([answer.status, answer.headers.location]).toEqual([302, '/elsewhere'])
  expect(paths).toEqual(['/start'])
})

test('cuts off an answer that goes on for ever', async () => {
  const port = await serve((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(1000)));
      response.once('drain', more)
    }
    more()
  })
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  expect(await faultOf(outbound.request(`http://127.0.0.1:${port}/`, { maxBytes: 4000 }))).toBe('too-large')
})

test('an answer of exactly the size allowed is whole', async () => {
  const port = await serve((_, response) => response.end('four'))
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  expect((await outbound.request(`http://127.0.0.1:${port}/`, { maxBytes: 4 })).body).toHaveLength(4)
  expect(await faultOf(outbound.request(`http://127.0.0.1:${port}/`, { maxBytes: 3 }))).toBe('too-large')
})

test('gives up on a server that starts its answer and never ends it, or never starts it', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/slow') response.write('one moment')
  })
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  expect(await faultOf(outbound.request(`http://127.0.0.1:${port}/slow`, { timeoutMs: 50 }))).toBe('timeout')
  expect(await faultOf(outbound.request(`http://127.0.0.1:${port}/silent`, { timeoutMs: 50 }))).toBe('timeout')
})

test('gives up on a look-up that never ends', async () => {
  const outbound = openOutbound({ resolve: () => new Promise(() => {}) })
  expect(await faultOf(outbound.request('https://example.org/', { timeoutMs: 20 }))).toBe('timeout')
})

test('says so when nothing answers', async () => {
  const port = await serve((_, response) => response.end())
  await new Promise((resolve) => server?.close(resolve))
  const outbound = openOutbound({ allowPrivate: [`127.0.0.1:${port}`] })
  expect(await faultOf(outbound.request(`http://127.0.0.1:${port}/`))).toBe('unreachable')
})

test.each([
  ['8.8.8.8', true],
  ['2a00:1450:4001:830::200e', true],
  ['::ffff:8.8.8.8', true],
  ['127.0.0.1', false],
  ['10.0.0.1', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['192.0.2.1', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['nonsense', false],
])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected))
