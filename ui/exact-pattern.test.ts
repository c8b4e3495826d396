import { expect, it } from 'vitest'
import { exactPattern } from './exact-pattern.ts'

// Browsers compile the attribute with the v flag and anchor it.
const accepts = (name: string, typed: string) => new RegExp(`^(?:${exactPattern(name)})$`, 'v').test(typed)

it.each(['Graz VET', 'R&D (Köln) [2]', 'a|b.c*{}-^$/\\', 'Ο Δήμος & 50%', '«Lab» ~~ 🙂'])(
  'accepts exactly %s',
  (name) => {
    expect(accepts(name, name)).toBe(true)
    expect(accepts(name, ` ${name} `)).toBe(true)
    expect(accepts(name, `${name}x`)).toBe(false)
    expect(accepts(name, name.slice(1))).toBe(false)
  },
)

it('takes signs as themselves, not as a pattern', () => {
  expect(accepts('a.c', 'abc')).toBe(false)
})
