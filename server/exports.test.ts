import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Fixtures, testFixtures } from './test-fixtures.ts'

let fixtures: Fixtures
beforeAll(async () => {
  fixtures = await testFixtures()
})
afterAll(() => fixtures?.world.close())

it('refuses an export as the list itself would, and answers a list that has no pages', async () => {
  const { doors, credentials } = fixtures
  const refused = await doors.fetch('/api/export/people.list.csv', credentials.member)
  expect(refused.status).toBe(403)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(await refused.json()).toMatchObject({ status: 403, reason: 'denied' })
  const invited = await doors.fetch('/api/export/organisations.myInvitations.json', credentials.person)
  expect(await invited.json()).toMatchObject([{ role: 'member', state: 'open' }])
})
