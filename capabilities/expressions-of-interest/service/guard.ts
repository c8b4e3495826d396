import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { leakTexts } from '../../listings/schema.ts'
import { leaksIn } from '../../listings/service/leak-check.ts'
import type { Side } from '../schema.ts'
import type { Expression } from './find.ts'

/**
 * Makes sure that what an owner writes who is not revealed gives nothing away but what the person said to identify nobody.
 * @param field the text's name in the input
 * @param acknowledged keys of findings that identify nobody
 * @throws Problem `invalid` with the findings in its details
 */
export async function assertUnleaked(
  db: Db,
  row: Expression,
  side: Side,
  [field, text]: readonly [string, string],
  acknowledged: readonly string[],
): Promise<void> {
  if (side !== 'owner' || row.ownerKnown || text === '') return
  const found = await leaksIn(db, row.toOrganisation, leakTexts.parse({ description: text }))
  const findings = found.filter(({ key }) => !acknowledged.includes(key)).map((leak) => ({ ...leak, field }))
  if (findings.length === 0) return
  throw new Problem('invalid', 'expressions-of-interest:errors.leaks', {
    values: { count: findings.length },
    fields: findings.map((leak) => ({
      field,
      said: { key: 'expressions-of-interest:errors.leak', values: { text: leak.text } },
    })),
    details: { findings },
  })
}
