import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeakKind, leakTexts } from '../schema.ts'
import cases from './leaks.cases.json' with { type: 'json' }
import { findLeaks } from './leaks.ts'

const leaks: { text: string; finds: Partial<Record<LeakKind, string[]>> }[] = cases.leaks

function found(text: string): Partial<Record<LeakKind, string[]>> {
  const kinds: Partial<Record<LeakKind, string[]>> = {}
  for (const leak of findLeaks(leakTexts.parse({ description: text }), cases.owner)) {
    expect(text.slice(leak.start, leak.end)).toBe(leak.text)
    kinds[leak.kind] = [...(kinds[leak.kind] ?? []), leak.text]
  }
  return kinds
}

describe('what gives an owner away is found', () => {
  it.each(leaks)('$text', ({ text, finds }) => {
    expect(found(text)).toEqual(finds)
  })
})

describe('what does not is left alone', () => {
  it.each(cases.clean)('%s', (text) => {
    expect(found(text)).toEqual({})
  })
})

it('says in which field, and in which of the keywords', () => {
  const texts = leakTexts.parse({ title: 'Drying at Bodega Solar', keywords: ['fruit', 'Bodega Solar'] })
  expect(findLeaks(texts, cases.owner)).toEqual([
    { key: 'name:bodega solar', kind: 'name', text: 'Bodega Solar', field: 'title', start: 10, end: 22 },
    { key: 'name:bodega solar', kind: 'name', text: 'Bodega Solar', field: 'keywords.1', start: 0, end: 12 },
  ])
})

it('finds the name in any text around it, and findings never overlap', () => {
  const around = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(around, around, (before, after) => {
      const text = `${before} Bodega Solar ${after}`
      const findings = findLeaks({ ...leakTexts.parse({}), description: text }, cases.owner)
      const start = before.length + 1
      expect(findings.some((leak) => leak.start <= start + 11 && leak.end > start)).toBe(true)
      for (const [at, leak] of findings.entries()) expect(leak.start).toBeGreaterThanOrEqual(findings[at - 1]?.end ?? 0)
    }),
  )
})
