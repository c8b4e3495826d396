import { describe, expect, it } from 'vitest'
import { boardQuery, searchOf } from './listing-query.tsx'
import { listingFrom, listingFromTyped } from './listing-values.tsx'

describe('the form of a listing', () => {
  it('gives texts with the line ends they are kept with, so that a finding stands where it was found', () => {
    const form = new FormData()
    form.set('title', '  A drying room  ')
    form.set('description', 'One\r\n\r\nTwo')
    expect(listingFrom(form)).toMatchObject({ title: 'A drying room', description: 'One\n\nTwo' })
  })

  it('takes a deadline as the end of its day, and an empty one as none', () => {
    expect(listingFromTyped({ deadline: '2027-03-31', eoiDeadline: '' })).toMatchObject({
      deadline: '2027-03-31T23:59:59.000Z',
      eoiDeadline: null,
    })
  })

  it('reads one ticked box like several', () => {
    expect(listingFromTyped({ sdgs: '7', partnerTypes: ['rd', 'university'], dissemination: 'on' })).toMatchObject({
      sdgs: [7],
      partnerTypes: ['rd', 'university'],
      dissemination: true,
      coordinatorRequired: false,
    })
  })
})

describe('the address of the board', () => {
  const read = (search: string) => boardQuery(new Request(`https://entente.example/discover${search}`))

  it('gives days as instants: the first from its beginning, the last to its end', () => {
    expect(read('?deadlineAfter=2027-01-01&deadlineBefore=2027-01-31').filter).toEqual({
      deadlineAfter: '2027-01-01T00:00:00.000Z',
      deadlineBefore: '2027-01-31T23:59:59.999Z',
    })
  })

  it('leaves out what is empty and what is no filter', () => {
    expect(read('?q=&side=need&utm_source=mail&trl=5&view=map').filter).toEqual({ side: ['need'], trl: 5 })
  })

  it('sorts a search by how well it fits, and everything else by age, unless told otherwise', () => {
    expect([read('').sort, read('?q=plum').sort, read('?q=plum&sort=title').sort]).toEqual([
      'newest',
      'relevance',
      'title',
    ])
  })

  it('is written again as it was read', () => {
    const { filter } = read('?side=need&country=DE&country=AT&q=a%26b')
    expect(read(searchOf(filter)).filter).toEqual(filter)
  })
})
