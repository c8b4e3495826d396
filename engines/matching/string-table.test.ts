import fc from 'fast-check'
import { expect, it } from 'vitest'
import { StringTable } from './string-table.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ maxLength: 3 }),
  fc.constantFrom('', 'çalışma', '\ud800'),
)

it('a table of strings gives each a number and gives it back, saved and opened too', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), text, (strings, other) => {
      const table = new StringTable()
      const distinct = [...new Set(strings)]
      for (const string of strings) expect(table.intern(string)).toBe(distinct.indexOf(string))
      for (const one of [table, StringTable.open(table.save())]) {
        expect(one.size).toBe(distinct.length)
        for (const [code, string] of distinct.entries()) {
          expect(one.valueOf(code)).toBe(string)
          expect(one.codeOf(string)).toBe(code)
        }
        expect(one.codeOf(other)).toBe(distinct.indexOf(other))
        expect(one.valueOf(distinct.length)).toBe('')
        expect(one.intern(`${other}${distinct.join('')}!`)).toBe(distinct.length)
      }
    }),
  )
})

it('a part of a string is the same as that string by itself', () => {
  const table = new StringTable()
  expect(table.intern('needs and offers', 10, 16)).toBe(table.intern('offers'))
})

it('what is cut off is not opened', () => {
  const table = new StringTable()
  table.intern('alliance')
  expect(() => StringTable.open(table.save().subarray(0, 10))).toThrow(RangeError)
})
