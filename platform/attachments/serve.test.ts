import { expect, test } from 'vitest'
import { fileHeaders, isHeld } from './serve.ts'

const sha256 = 'a'.repeat(64)
const file = (name: string, type: string) => ({ name, type, bytes: 12, sha256 })

test.each([
  ['image/png', 'inline'],
  ['application/pdf', 'inline'],
  ['text/plain', 'attachment'],
  ['text/html', 'attachment'],
  ['image/svg+xml', 'attachment'],
  ['application/vnd.oasis.opendocument.text', 'attachment'],
])('%s is served as %s', (type, disposition) => {
  const headers = fileHeaders(file('a', type))
  expect(headers['Content-Disposition']).toMatch(new RegExp(`^${disposition};`))
  expect(headers['X-Content-Type-Options']).toBe('nosniff')
  expect(headers['Content-Security-Policy']).toBe("sandbox; default-src 'none'")
  expect(headers['Cache-Control']).toBe('private, no-cache')
})

test('a download is a download', () => {
  expect(fileHeaders(file('a.png', 'image/png'), true)['Content-Disposition']).toMatch(/^attachment;/)
})

test('the name survives in full and in ASCII, and ends no header', () => {
  const headers = fileHeaders(file('Été "50 %" (β)\r\n.pdf', 'application/pdf'))
  expect(headers['Content-Disposition']).toBe(
    `inline; filename="Ete _50 __ (_)__.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%2250%20%25%22%20%28%CE%B2%29%0D%0A.pdf`,
  )
})

test('bytes the browser holds are not sent again', () => {
  const held = file('a.pdf', 'application/pdf')
  expect(isHeld(held, `"${sha256}"`)).toBe(true)
  expect(isHeld(held, `"other", W/"${sha256}"`)).toBe(true)
  expect(isHeld(held, '"other"')).toBe(false)
  expect(isHeld(held, null)).toBe(false)
})
