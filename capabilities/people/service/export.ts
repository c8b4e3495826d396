import { eq, getTableName } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { allPersonalData } from '#platform/auth/personal-data.ts'
import type { Db } from '#platform/db/database.ts'
import { selfOf } from './self.ts'

/** Everything kept about oneself (GDPR 15 and 20), from every table that says it keeps personal data; no secrets. */
export async function exportMyData(db: Db, act: Act) {
  const person = selfOf(act.actor)
  const tables = []
  for (const { table, person: owner, secret = [], purpose, kept } of allPersonalData()) {
    const found = await db.select().from(table).where(eq(owner, person))
    const rows = found.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !secret.includes(name))))
    const plain: Record<string, unknown>[] = JSON.parse(JSON.stringify(rows))
    tables.push({ name: getTableName(table), purpose, kept, rows: plain })
  }
  return { madeAt: act.now.toISOString(), tables }
}

/** What is kept about people at all: the register of processing (GDPR 30), as each table says it of itself. */
export function registerOfProcessing() {
  return allPersonalData().map(({ table, purpose, kept }) => ({ name: getTableName(table), purpose, kept }))
}
