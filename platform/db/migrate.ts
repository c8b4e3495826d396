import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

const root = join(import.meta.dirname, '../..')
const MIGRATION_LOCK = 7_465_001

/**
 * Brings the schema up to date: the job queue's, the migrations, then the functions (each `functions.sql`, which
 * replaces what it defines). Several processes may call it at once: one works, the others wait for it. A migration
 * killed half-way leaves nothing, as all run in one transaction.
 */
export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations({ pgPool: pool })
    await migrate(drizzle(client), { migrationsFolder: join(root, 'migrations') })
    for (const file of globSync('{platform,capabilities}/*/functions.sql', { cwd: root }))
      await client.query(readFileSync(join(root, file), 'utf8'))
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    client.release(true)
  }
}
