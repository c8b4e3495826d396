import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import type { Leak, LeakTexts } from '../schema.ts'
import { findLeaks } from './leaks.ts'
import { ownerFacts } from './owners.ts'

/** What in some texts would give an organisation away. */
export async function leaksIn(db: Db, organisation: string, texts: LeakTexts): Promise<Leak[]> {
  return findLeaks(texts, await ownerFacts(db, organisation))
}

/**
 * Makes sure that a listing gives nothing away but what a person said to identify nobody.
 * @throws Problem `invalid` with the findings in its details
 */
export async function assertUnleaked(
  db: Db,
  row: LeakTexts & { organisation: string; acknowledgedLeaks: readonly string[] },
): Promise<void> {
  const findings = await leaksIn(db, row.organisation, row)
  const open = findings.filter(({ key }) => !row.acknowledgedLeaks.includes(key))
  if (open.length === 0) return
  throw new Problem('invalid', 'listings:errors.leaks', {
    values: { count: open.length },
    fields: open.map(({ field, kind, text }) => ({ field, said: { key: `listings:leak.${kind}`, values: { text } } })),
    details: { findings: open },
  })
}
