import { describe, expect, it } from 'vitest'
import { checkConcepts, describeFinding, isFault } from './check.ts'
import bad from './fixture/bad-concepts.json' with { type: 'json' }
import { INNOVATION_ECONOMY } from './innovation-economy.ts'
import { conceptsOf } from './vocabulary-file.ts'

describe('checkConcepts', () => {
  it('finds every fault of a bad vocabulary, and nothing else', () => {
    expect(checkConcepts(conceptsOf('bad', bad.concepts))).toEqual(bad.findings)
  })

  it('names the areas that define a concept twice', () => {
    const [good] = bad.concepts.slice(4, 5)
    if (good === undefined) throw new Error('the fixture has lost a concept')
    const concept = { ...good, broader: [] }
    const found = checkConcepts([...conceptsOf('one', [concept]), ...conceptsOf('two', [concept])])
    expect(found).toEqual([{ code: 'repeated-id', concept: 'ring-a', areas: ['one', 'two'] }])
  })

  it('finds no fault in the thesaurus that comes with Entente', () => {
    expect(checkConcepts(INNOVATION_ECONOMY).filter(isFault).map(describeFinding)).toEqual([])
  })
})
