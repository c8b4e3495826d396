import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadActor } from '#server/actor.ts'
import { clientFor } from '#server/client.ts'
import { seedDemonstration } from '#server/demonstration.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { demonstrationPerson } from '../people/demo.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await seedDemonstration(world.platform, () => {})
})
afterAll(() => world.close())

async function as(account: string) {
  const loaded = await loadActor(world.db, demonstrationPerson(account), null)
  if (!loaded) throw new Error(`${account} is not there`)
  return clientFor({ platform: world.platform, actor: loaded.actor, door: 'page' })
}

describe('the demonstration', () => {
  it('has matches for its people, found when both sides had appeared, and searches they keep', async () => {
    const { matches, savedSearches } = await as('owner-cooleytide')
    const { rows, total, state } = await matches.mine({ sort: 'strongest' })
    expect(state).toBe('ready')
    expect(total).toBeGreaterThan(0)
    for (const { own, listing, foundAt, reasons } of rows) {
      expect(own).not.toBeNull()
      expect(foundAt && listing.publishedAt && foundAt >= listing.publishedAt).toBe(true)
      expect(reasons?.eligible).toBe(true)
    }
    expect((await savedSearches.list({})).total).toBe(2)
  })
})
