import { call, os } from '@orpc/server'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { auditEntries } from '#platform/changes/table.ts'
import type { Db } from '#platform/db/database.ts'
import { type RequestContext, read } from '#platform/procedure.ts'
import { collect, type Operation, operations } from './operations.ts'
import { type AccessCase, accessCases, inputOf } from './test-cases.ts'
import { type Answer, type DoorName, doorNames } from './test-doors.ts'
import { type ActorName, actorNames, type Fixtures, testFixtures } from './test-fixtures.ts'

const cases = accessCases()
const byName = new Map(operations.map((operation) => [operation.name, operation]))

let fixtures: Fixtures
/** Entries of the audit trail before anything is asked. */
let entries: number
beforeAll(async () => {
  fixtures = await testFixtures()
  entries = await entriesIn(fixtures.world.db)
})
afterAll(() => fixtures?.world.close())

/** Writes that leave no trace in the audit trail, and why. */
const traceless: Record<string, string> = {
  'expressionsOfInterest.markSeen': 'what somebody has read is theirs to know',
  'notifications.markRead': 'what somebody has read is theirs to know',
  'people.signIn': 'when somebody comes and goes is kept with the session, not for ever',
  'people.signInByLink': 'as signIn',
  'people.secondFactor': 'as signIn',
  'people.signInElsewhere': 'as signIn',
  'people.signOut': 'as signIn',
  'people.requestMagicLink': 'sends a mail; changes nothing before its link is used',
  'people.requestPasswordReset': 'sends a mail; using its link is recorded',
  'people.mailConfirmationAgain': 'sends a mail; using its link is recorded',
  'people.twoFactor.enable': 'holds only once it is confirmed, which is recorded',
}

const statusOf = { allow: 200, signIn: 401, deny: 403, hide: 404 } as const

/** The status that each actor gets by a case. */
function expected({ expect: by, refused }: AccessCase): Record<string, number> {
  const rights = Object.entries(by).flatMap(([right, actors]) =>
    actors.map((actor) => [actor, statusOf[right as keyof typeof statusOf]] as const),
  )
  const rules = Object.entries(refused).flatMap(([status, actors]) =>
    actors.map((actor) => [actor, Number(status)] as const),
  )
  return Object.fromEntries([...rights, ...rules])
}

async function entriesIn(db: Db): Promise<number> {
  const [row] = await db.select({ entries: count() }).from(auditEntries)
  return row?.entries ?? 0
}

/** Whether an operation changes something that is to stand in the trail. */
const leavesTrace = ({ name, meta }: Operation) => meta.effect === 'write' && !(name in traceless)

/** The answers to one actor at some doors, each as if it were the first. @param absent asks for what is not there */
async function answersTo(
  actor: ActorName,
  one: AccessCase,
  wanted: readonly DoorName[] = doorNames,
  absent = false,
): Promise<[DoorName, Answer][]> {
  const { doors, credentials } = fixtures
  const operation = byName.get(one.operation)
  if (!operation) throw new Error(`No operation is called ${one.operation}`)
  const input = inputOf(one, fixtures, absent)
  const answers: [DoorName, Answer][] = []
  for (const door of wanted) {
    if (!doors.leadsTo(door, operation)) continue
    const [answer, added] = await doors.rolledBack(async (db) => {
      const given = await doors.ask(door, operation, input, credentials[actor])
      return [given, given.status === 200 && leavesTrace(operation) ? (await entriesIn(db)) - entries : null] as const
    })
    if (added !== null) expect(added, `entries of ${actor} at the door ${door}`).toBeGreaterThan(0)
    answers.push([door, answer])
  }
  return answers
}

describe('every operation', () => {
  it('has a case, and every case an operation and each actor once', () => {
    const mapped = new Set(cases.map((one) => one.operation))
    const unmapped = operations.filter(({ name }) => !mapped.has(name)).map(({ name }) => name)
    expect(unmapped, 'unmapped').toEqual([])
    expect(
      [...mapped].filter((name) => !byName.has(name)),
      'unknown',
    ).toEqual([])
    for (const { operation, case: words, expect: by, refused } of cases) {
      expect(Object.values(by).flat().sort(), `${operation}, ${words}`).toEqual([...actorNames].sort())
      expect(by.allow, `${operation}, ${words}`).toEqual(expect.arrayContaining(Object.values(refused).flat()))
    }
  })

  it('succeeds for somebody, but for those that need what no fixture has', () => {
    const succeeding = new Set(
      cases.filter((one) => Object.values(expected(one)).includes(200)).map(({ operation }) => operation),
    )
    expect(operations.map(({ name }) => name).filter((name) => !succeeding.has(name))).toEqual([
      'people.demonstration',
      'people.secondFactor',
      'people.signInElsewhere',
      'people.twoFactor.confirm',
      'people.passkeys.remove',
    ])
  })

  it('leaves a trace in the trail where it changes something, but for some that are there', () => {
    const writes = operations.filter(({ meta }) => meta.effect === 'write').map(({ name }) => name)
    expect(writes).toEqual(expect.arrayContaining(Object.keys(traceless)))
  })

  it('fails when it answers without having asked its policy', async () => {
    const policy = policyFor<null>()({ resource: 'thing', sees: () => true, actions: {}, opens: { see: () => true } })
    const forgetful = read(policy, 'see', {
      path: 'GET /things',
      summary: 'Show things',
      input: z.strictObject({}),
      output: z.object({}),
      run: async () => ({}),
    })
    const { platform } = fixtures.world
    const context: RequestContext = {
      platform: { ...platform, log: { ...platform.log, error: () => {} } },
      actor: visitor,
      locale: 'en',
      door: 'rest',
      headers: new Headers(),
      answerHeaders: new Headers(),
    }
    await expect(call(forgetful, {}, { context })).rejects.toThrow('answered without deciding on thing.see')
  })

  it('keeps the process from starting when it declares no action', () => {
    const route = os.route({ method: 'GET', path: '/things', summary: 'Show things' })
    const nameless = route
      .input(z.object({}))
      .output(z.object({}))
      .handler(() => ({}))
    expect(() => collect({ things: { list: nameless } }, [])).toThrow('things.list declares no action')
  })
})

describe.each(operations.map(({ name }) => name))('%s', (name) => {
  it.each(cases.filter(({ operation }) => operation === name))('$case', async (one) => {
    const wanted = expected(one)
    const got: Record<string, number> = {}
    for (const actor of actorNames) {
      const answers = await answersTo(actor, one)
      const [first] = answers
      const { status, body } = first?.[1] ?? { status: 0, body: undefined }
      got[actor] = status
      for (const [door, answer] of answers) {
        expect(answer.status, `${actor} at the door ${door}`).toBe(status)
        if (status !== 200) expect(answer.body, `${actor} at the door ${door}`).toEqual(body)
        expect(fixtures.tellingIn(actor, name, answer.body), `${actor} at the door ${door}`).toEqual([])
      }
      if (status !== 404) continue
      for (const [door, answer] of await answersTo(actor, one, ['rest'], true))
        expect(JSON.stringify(answer), `${actor} at the door ${door}, of what is not there`).toBe(
          JSON.stringify({ status, body }),
        )
    }
    expect(got).toEqual(wanted)
  })
})
