import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Problem } from './errors.ts'

export interface OutboundRequest {
  /** GET where nothing is said. */
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Milliseconds from the start of the look-up to the last byte; 10 000 where nothing is said. */
  timeoutMs?: number
  /** Bytes of body after which the answer is cut off and refused; 5 000 000 where nothing is said. */
  maxBytes?: number
}

export interface OutboundAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
}

/** The one way out to addresses that people give us. */
export interface Outbound {
  /**
   * Asks a public address on the web, once, without following redirects: an answer that redirects is returned as it is.
   * @throws Problem `platform:errors.outbound` when the address is not public or does not answer within the limits;
   * `details.why` tells which: an OutboundFault
   */
  request(url: string | URL, options?: OutboundRequest): Promise<OutboundAnswer>
}

/**
 * Why a request failed. A name that does not exist and one that leads inside look the same (`address`), so that nobody
 * maps the operator's network through us.
 */
export type OutboundFault = 'address' | 'unreachable' | 'timeout' | 'too-large'

export interface Address {
  address: string
  family: 4 | 6
}

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<Address[]>

export interface OutboundSettings {
  /** Hosts with ports, `hooks.intern:8080`, that may be asked wherever they lie: the operator's own services. */
  allowPrivate?: readonly string[]
  /** How names become addresses; the system's way where nothing is said. */
  resolve?: Resolve
}

const ports = { 'http:': '80', 'https:': '443' } as const
const publicPorts = new Set(['80', '443', '8080', '8443'])

const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))

/** Opens the way out. Connections go to the address that was checked: a name that changes its mind changes nothing. */
export function openOutbound({ allowPrivate = [], resolve = systemResolve }: OutboundSettings = {}): Outbound {
  const allowed = new Set(allowPrivate)
  return {
    request: async (url, options = {}) => {
      const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000)
      try {
        const target = readTarget(url)
        const origin = `${target.url.hostname}:${target.port}`
        if (!allowed.has(origin) && !publicPorts.has(target.port)) throw fault('address')
        const addresses = isIP(target.host)
          ? [addressOf(target.host)]
          : await before(
              signal,
              resolve(target.host).catch(() => []),
            )
        if (addresses.length === 0) throw fault('address')
        if (!allowed.has(origin) && !addresses.every(({ address }) => isPublic(address))) throw fault('address')
        const answer = await ask(target.url, addresses, options, signal)
        return await readAnswer(answer, options.maxBytes ?? 5_000_000)
      } catch (error) {
        if (error instanceof Problem) throw error
        throw fault(signal.aborted ? 'timeout' : 'unreachable')
      }
    },
  }
}

/** Whether an address, IPv4 or IPv6, lies on the public Internet (IANA special-purpose registries, RFC 6890). */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Only 2000::/3 is given out as global unicast (RFC 4291); the rest may embed an inner IPv4 address.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'))
}

function fault(why: OutboundFault): Problem {
  return new Problem('invalid', 'platform:errors.outbound', { details: { why } })
}

function readTarget(given: string | URL): { url: URL; host: string; port: string } {
  const url = URL.parse(given)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw fault('address')
  if (url.username || url.password) throw fault('address')
  return { url, host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port || ports[url.protocol] }
}

function addressOf(address: string): Address {
  return { address, family: isIP(address) === 6 ? 6 : 4 }
}

function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function ask(
  url: URL,
  addresses: Address[],
  { method = 'GET', headers = {}, body }: OutboundRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const sent = send(url, {
      method,
      headers: {
        'user-agent': 'Entente',
        'accept-encoding': 'identity',
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      signal,
      lookup: (_host, { all }, found) => {
        const [first] = addresses
        if (all || !first) found(null, addresses)
        else found(null, first.address, first.family)
      },
    })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of answer) {
      size += chunk.length
      if (size > maxBytes) throw fault('too-large')
      chunks.push(chunk)
    }
  } finally {
    answer.destroy()
  }
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')])
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) }
}
