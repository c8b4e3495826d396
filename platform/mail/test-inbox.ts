import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Received {
  recipients: string[]
  /** The whole message as it came over the wire. */
  source: string
  /** The unfolded value of a header. */
  header(name: string): string | undefined
}

export interface Inbox {
  url: string
  port: number
  received: Received[]
  /** What the server says no to, from now on. */
  refuse: { step: 'sender' | 'recipient' | 'data'; code: number; message: string } | undefined
  newest(): Received
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it is sent. @param port a free one where nothing is said */
export async function openInbox({ port = 0 }: { port?: number } = {}): Promise<Inbox> {
  const received: Received[] = []
  const refusal = (step: 'sender' | 'recipient' | 'data') => {
    const { refuse } = inbox
    return refuse?.step === step ? Object.assign(new Error(refuse.message), { responseCode: refuse.code }) : null
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, done) => done(refusal('sender')),
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData: async (stream, session, done) => {
      const source = await text(stream)
      const refused = refusal('data')
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      if (!refused) received.push({ recipients, source, header: (name) => headerOf(source, name) })
      done(refused)
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const inbox: Inbox = {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    refuse: undefined,
    newest: () => {
      const newest = received.at(-1)
      if (!newest) throw new Error('nothing was received')
      return newest
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return inbox
}

function headerOf(source: string, name: string): string | undefined {
  const headers = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return headers
    .split('\r\n')
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2)
}
