import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY, HOUR } from '#platform/clock.ts'
import type { Client } from '#server/api.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { MOST_IN_A_DAY } from './service/daily-limit.ts'

let world: TestWorld
let sender: Client
let organisation: string
const listings: string[] = []
const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }

beforeAll(async () => {
  world = await testWorld()
  const founded = async (name: string) => {
    const person = await world.person(name)
    const draft = { legalName: `${name} Ltd`, displayName: name, organisationType: 'PRC', country: 'IE' } as const
    const { id } = await (await person.api()).organisations.create(draft)
    return { id, api: await person.api() }
  }
  const owner = await founded('Own')
  const sent = await founded('Sent')
  sender = sent.api
  organisation = sent.id
  for (let number = 0; number < MOST_IN_A_DAY + 3; number++) {
    const draft = { side: 'need', title: `Rods of brass are sought, lot ${number}`, organisation: owner.id } as const
    const { id } = await owner.api.listings.create(draft)
    await owner.api.listings.publish({ id })
    listings.push(id)
  }
})
afterAll(() => world.close())

const send = (place: number) =>
  sender.expressionsOfInterest.send({ listing: listings[place] ?? '', organisation, ...texts })

it('lets an organisation send so many in a day, and says when it may send more', async () => {
  await send(0)
  world.clock.move(HOUR)
  for (let place = 1; place < MOST_IN_A_DAY - 1; place++) await send(place)
  // Two at once for the last place: one gets it.
  const last = await Promise.allSettled([send(MOST_IN_A_DAY - 1), send(MOST_IN_A_DAY)])
  expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = last.find((each) => each.status === 'rejected')
  expect(refused?.reason).toMatchObject({
    status: 429,
    message: expect.stringContaining('in 23 hours'),
    data: { reason: 'expressions-of-interest.enoughToday', details: { seconds: (DAY - HOUR) / 1000 } },
  })
  world.clock.move(DAY - HOUR)
  const free = last[0]?.status === 'rejected' ? MOST_IN_A_DAY - 1 : MOST_IN_A_DAY
  await send(free)
  // The first of yesterday no longer counts; the others still do.
  await expect(send(MOST_IN_A_DAY + 1)).rejects.toMatchObject({ status: 429, data: { details: { seconds: 3600 } } })
  world.clock.move(HOUR)
  await send(MOST_IN_A_DAY + 1)
})
