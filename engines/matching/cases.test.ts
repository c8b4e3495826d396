import { describe, expect, it } from 'vitest'
import { innovationThesaurus } from '../thesaurus/innovation-economy.ts'
import cases from './cases.json' with { type: 'json' }
import type { MatchDocument, Side } from './document.ts'
import { createIndex } from './index-store.ts'

// Needs and the offers that should answer them, best first, nothing else listed. Anyone may add one to cases.json: what
// it leaves out is as below.

const NOW = Date.UTC(2026, 5, 1)
const DAY = 86_400_000

interface Written extends Partial<Omit<MatchDocument, 'side' | 'kind' | 'organisation'>> {
  language: string
  title: string
  daysAgo?: number
  deadlineInDays?: number
}

function documentOf(written: Written, name: string, side: Side): MatchDocument {
  const { daysAgo = 100, deadlineInDays, ...given } = written
  const id = `${name}/${given.id ?? side}`
  return {
    organisation: id,
    side,
    kind: name,
    summary: '',
    body: '',
    keywords: [],
    country: 'BE',
    organisationType: 'PRC',
    roleTags: [],
    size: null,
    trl: null,
    sectors: [],
    visibility: 'public',
    publishedAt: NOW - daysAgo * DAY,
    deadline: deadlineInDays === undefined ? null : NOW + deadlineInDays * DAY,
    wishes: {},
    ...given,
    id,
  }
}

describe('cases', () => {
  const index = createIndex({ thesaurus: innovationThesaurus() })
  for (const { name, offers } of cases as { name: string; offers: Written[] }[]) {
    for (const offer of offers) index.upsert(documentOf(offer, name, 'offer'))
  }

  it.each(cases as { name: string; need: Written; expected: string[] }[])('$name', ({ name, need, expected }) => {
    // The offers of the other cases are there only so that words are as rare as they are in life.
    const { matches } = index.search(documentOf(need, name, 'need'), { now: NOW, filters: { kinds: [name] } })
    expect(matches.map(({ id }) => id.slice(name.length + 1))).toEqual(expected)
  })
})
