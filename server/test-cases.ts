import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { newId } from '#platform/ids.ts'
import { actorNames, type Fixtures } from './test-fixtures.ts'

const root = join(import.meta.dirname, '..')
const actors = z.array(z.enum(actorNames)).default([])

/** What an operation answers to whom: an `access.cases.json` beside each capability's policy. */
const accessCase = z.strictObject({
  operation: z.string(),
  case: z.string().describe('The situation, in words'),
  input: z.record(z.string(), z.unknown()).describe('"$name" stands for something of the fixtures'),
  expect: z.strictObject({
    allow: actors.describe('Succeeds, or is refused for another reason than a right: see refused'),
    signIn: actors.describe('401'),
    deny: actors.describe('403'),
    hide: actors.describe('404, just as for what does not exist'),
  }),
  refused: z
    .record(z.string().regex(/^[45]\d\d$/), actors)
    .default({})
    .describe('Of those allowed, by status: who is refused by the rules of the business'),
})
export type AccessCase = z.infer<typeof accessCase>

/** Every case of every capability. */
export function accessCases(): AccessCase[] {
  return globSync('capabilities/*/access.cases.json', { cwd: root })
    .sort()
    .flatMap((file) => z.array(accessCase).parse(JSON.parse(readFileSync(join(root, file), 'utf8'))))
}

/**
 * The input of a case, its references filled in.
 * @param absent fills in what does not exist instead
 */
export function inputOf({ input }: AccessCase, { references }: Fixtures, absent = false): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]))
    if (typeof value !== 'string' || !value.startsWith('$')) return value
    const found = references[value.slice(1)]
    if (found === undefined) throw new Error(`The fixtures have no ${value}`)
    return absent && typeof found === 'string' ? absentLike(found) : found
  }
  return fill(input) as Record<string, unknown>
}

function absentLike(known: string): string {
  if (/^\d+$/.test(known)) return '9'.repeat(15)
  return z.uuid().safeParse(known).success ? newId() : `no-${known.slice(0, 8)}-here`
}
