import { expect, test } from 'vitest'
import { type Kind, kinds } from './kinds.ts'
import { safeName } from './name.ts'

function kind(ending: string): Kind {
  const found = kinds.find(({ endings }) => endings.includes(ending))
  if (!found) throw new Error(ending)
  return found
}

test.each([
  ['Rapport été 2027.pdf', 'Rapport été 2027.pdf'],
  ['C:\\Users\\me\\plan.PDF', 'plan.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['invoice.exe', 'invoice.pdf'],
  ['invoice.pdf.exe', 'invoice.pdf.pdf'],
  ['gpj.\u202efdp.exe', 'gpj.fdp.pdf'],
  ['a\r\nSet-Cookie: b=c.pdf', 'aSet-Cookie- b=c.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['what? <now>.pdf', 'what- -now-.pdf'],
  ['', 'file.pdf'],
  ['...', 'file.pdf'],
  ['.pdf', 'pdf.pdf'],
])('%j becomes %j', (given, kept) => expect(safeName(given, kind('pdf'))).toBe(kept))

test('both endings of a kind are its own', () => {
  expect(safeName('photo.jpeg', kind('jpg'))).toBe('photo.jpeg')
  expect(safeName('photo.jpg', kind('jpg'))).toBe('photo.jpg')
})

test('a long name keeps its ending and whole characters', () => {
  const name = safeName(`${'🇪🇺'.repeat(200)}.docx`, kind('docx'))
  expect(Array.from(name)).toHaveLength(120)
  expect(name.endsWith('.docx')).toBe(true)
  expect(name.isWellFormed()).toBe(true)
})
