import { expect, it } from 'vitest'
import { splitTags } from './tag-text.ts'

it('parts at commas, semicolons and line ends, and tidies spaces', () => {
  expect(splitTags(' additive  manufacturing, wood;\nrobots ,, ')).toEqual(['additive manufacturing', 'wood', 'robots'])
})

it('keeps the first spelling of a repeated tag', () => {
  expect(splitTags('AI, ai, Ai')).toEqual(['AI'])
})

it('returns nothing for nothing', () => {
  expect(splitTags(' , ')).toEqual([])
})
