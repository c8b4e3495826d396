import { describe, expect, test } from 'vitest'
import { onSite, writeLetter } from './letter.ts'
import { headersOf } from './queue.ts'

const origin = 'https://entente.example'
const id = '0198f3a2-7c1e-7000-8000-0123456789ab'

const mail = {
  subject: 'A reply to <Solar & Sons>',
  paragraphs: ['Hello Inès,', 'Somebody replied.'],
  quote: 'First line\n<script>alert(1)</script>',
  action: { label: 'Read & answer', url: '/listings/42?a=1&b=2' },
}

test('the text reads in order: paragraphs, quotation, what to do, who writes, how to stop it', async () => {
  const { text } = await writeLetter(origin, 'en', mail, { label: 'Stop these messages', url: '/stop/abc' })
  expect(text).toBe(
    [
      'Hello Inès,',
      'Somebody replied.',
      '> First line\n> <script>alert(1)</script>',
      'Read & answer:\nhttps://entente.example/listings/42?a=1&b=2',
      '-- \nSent by Entente, entente.example\nStop these messages: https://entente.example/stop/abc\n',
    ].join('\n\n'),
  )
})

test('the page names its language and takes nothing anybody wrote for markup', async () => {
  const { html } = await writeLetter(origin, 'fr', mail)
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain('<title>A reply to &lt;Solar &amp; Sons&gt;</title>')
  expect(html).toContain('First line\n&lt;script&gt;alert(1)&lt;/script&gt;</blockquote>')
  expect(html).toContain('href="https://entente.example/listings/42?a=1&amp;b=2"')
  expect(html).not.toMatch(/<script|<table|<img|src=/)
  expect(html).toContain('Envoyé par Entente, entente.example')
})

test('links lead only to the site', () => {
  expect(onSite(origin, `${origin}/a`)).toBe(`${origin}/a`)
  for (const url of [
    'https://evil.example/',
    '//evil.example/',
    'javascript:alert(1)',
    'http://entente.example/',
    'http://[',
  ])
    expect(() => onSite(origin, url), url).toThrow(RangeError)
})

describe('headers', () => {
  test('the same message always has the same id; messages about one thing share a thread', () => {
    expect(headersOf(origin, id, { thread: 'listings/42' })).toEqual({
      'Message-ID': `<${id}@entente.example>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'In-Reply-To': '<listings/42@entente.example>',
      References: '<listings/42@entente.example>',
    })
  })

  test('one click is promised only where a POST does it, over HTTPS', () => {
    const unsubscribe = { label: 'Stop', url: '/stop/abc' }
    const clicked = { ...unsubscribe, oneClick: true }
    expect(headersOf(origin, id, { unsubscribe })).toMatchObject({ 'List-Unsubscribe': `<${origin}/stop/abc>` })
    expect(headersOf(origin, id, { unsubscribe })).not.toHaveProperty('List-Unsubscribe-Post')
    expect(headersOf('http://localhost:3000', id, { unsubscribe: clicked })).not.toHaveProperty('List-Unsubscribe-Post')
    expect(headersOf(origin, id, { unsubscribe: clicked })).toHaveProperty('List-Unsubscribe-Post')
  })

  test('nothing can break out of one', () => {
    expect(() => headersOf(origin, id, { thread: 'a\r\nBcc: b@example.org' })).toThrow(RangeError)
    const { 'List-Unsubscribe': header } = headersOf(origin, id, { unsubscribe: { label: '', url: '/a\r\nBcc: <b>' } })
    expect(header).toBe(`<${origin}/aBcc:%20%3Cb%3E>`)
  })
})
