import { describe, expect, it } from 'vitest'
import type { MatchDocument } from './document.ts'
import { fixtureThesaurus as thesaurus } from './fixture/fixture-thesaurus.ts'
import { plainDocument } from './fixture/plain-document.ts'
import { createIndex } from './index-store.ts'

const now = Date.UTC(2026, 5, 1)
const need = plainDocument({ id: 'need', side: 'need', title: 'pumps valves' })

function indexOf(documents: readonly MatchDocument[]) {
  const index = createIndex({ thesaurus })
  for (const document of documents) index.upsert(document)
  return index
}

describe('the organisation cap', () => {
  const documents = ['a', 'b', 'c', 'd'].map((id) =>
    plainDocument({ id, organisation: id === 'd' ? 'small' : 'big', title: id === 'd' ? 'pumps' : 'pumps valves' }),
  )

  it('leaves room for others and names at the last place what it held back', () => {
    const { matches } = indexOf(documents).search(need, { now })
    expect(matches.map(({ id, rules }) => ({ id, rules }))).toEqual([
      { id: 'a', rules: [] },
      { id: 'b', rules: [{ code: 'organisation-cap', heldBack: ['c'] }] },
      { id: 'd', rules: [] },
    ])
  })

  it('does not bind a search by words', () => {
    expect(indexOf(documents).search({ text: 'pumps' }, { now }).matches).toHaveLength(4)
  })
})

describe('the place of newcomers', () => {
  const settled = ['a', 'b', 'c', 'd', 'e'].map((id) => plainDocument({ id, title: 'pumps valves' }))
  const newcomer = (title: string) => plainDocument({ id: 'new', title, publishedAt: now - 10 * 86_400_000 })
  // It makes one of the two words less rare than the other.
  const bystander = (word: string) => plainDocument({ id: 'z', side: 'profile', title: word })

  it('is the last one, when the best of them is half as good as what stood there', () => {
    const documents = [...settled, newcomer('pumps'), bystander('valves')]
    const { matches } = indexOf(documents).search(need, { now, limit: 5 })
    expect(matches.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'new'])
    expect(matches.at(-1)?.rules).toEqual([
      { code: 'newcomer-exposure', firstPublishedAt: now - 10 * 86_400_000, replaced: 'e' },
    ])
  })

  it('is not given to one that is not half as good', () => {
    const documents = [...settled, newcomer('pumps'), bystander('pumps')]
    const index = indexOf(documents)
    expect(index.search(need, { now, limit: 5 }).matches.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    const [best = 0, weak = 1] = ['e', 'new'].map((id) => index.explain(need, id, { now })?.score)
    expect(weak / best).toBeLessThan(0.5)
  })

  it('is not given to an organisation that has long been here', () => {
    const index = indexOf([...settled, newcomer('pumps'), bystander('valves')])
    const listed = () => index.search(need, { now, limit: 5 }).matches.map(({ id }) => id)
    expect(listed()).toContain('new')
    index.upsert(plainDocument({ id: 'past', organisation: 'new', side: 'profile' }))
    expect(listed()).not.toContain('new')
    index.remove('past')
    expect(listed()).toContain('new')
  })
})

describe('the status', () => {
  const index = indexOf([
    need,
    plainDocument({ id: 'offer', title: 'pumps' }),
    plainDocument({ id: 'hidden', title: 'lathes', visibility: 'match-only' }),
  ])

  it.each([
    ['found', 'pumps'],
    ['nothing-asked', 'of the'],
    ['nothing-asked', ''],
    ['no-common-ground', 'xylophones'],
    ['none-eligible', 'lathes'],
  ])('is %s for "%s"', (status, text) => {
    expect(index.search({ text }, { now }).status).toBe(status)
  })

  it('does not take the copy of the query itself for common ground', () => {
    const alone = indexOf([plainDocument({ id: 'lonely', side: 'need', title: 'photovoltaics' })])
    const query = plainDocument({ id: 'lonely', side: 'need', title: 'photovoltaics' })
    expect(alone.search(query, { now }).status).toBe('no-common-ground')
  })
})

describe('strength', () => {
  it('is not lowered by words that nobody else has', () => {
    const documents = [plainDocument({ id: 'offer', title: 'pumps' })]
    const plain = plainDocument({ id: 'need', side: 'need', title: 'pumps' })
    const wordy = { ...plain, body: 'Xylophones zither glockenspiel' }
    const strengthOf = (query: MatchDocument) =>
      indexOf([...documents, query]).search(query, { now }).matches[0]?.strength
    expect(strengthOf(wordy)).toBeCloseTo(strengthOf(plain) ?? 0, 1)
  })
})
