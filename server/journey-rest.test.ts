import { afterAll, beforeAll, it } from 'vitest'
import { operations } from './operations.ts'
import { restRequest, testDoors } from './test-doors.ts'
import { type Ask, journey } from './test-journey.ts'
import { type TestWorld, testWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

it('leads from a need on the board to an agreement, by the REST API alone', async () => {
  const doors = testDoors(world.platform)
  const ask: Ask = async (name, input, token) => {
    const operation = operations.find((each) => each.name === name)
    if (!operation) throw new Error(`No operation is called ${name}`)
    const { path, ...init } = restRequest(operation, input)
    const answer = await doors.fetch(path, token ? { authorization: `Bearer ${token}` } : {}, init)
    const body: unknown = await answer.json()
    if (!answer.ok) throw Object.assign(new Error(JSON.stringify(body)), body)
    return body
  }
  await journey(world, doors, ask, 'rest')
})
