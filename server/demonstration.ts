import { globSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { jobAct } from '#platform/jobs/jobs.ts'
import type { Platform } from '#platform/platform.ts'

/** A capability's rows of the demonstration world: what `demo.ts` exports as `demo`. */
export interface Demo {
  name: string
  /** The capabilities whose rows have to be there first. */
  after: readonly string[]
  seed(db: Db, act: Act): Promise<void>
}

const root = join(import.meta.dirname, '..')
const LOCK = 7_465_004

/**
 * Makes the demonstration world in an empty database, all of it or nothing; does nothing where there is any
 * person or organisation already.
 * @param told hears what is being made
 * @returns whether it was made
 */
export async function seedDemonstration(platform: Platform, told: (name: string) => void): Promise<boolean> {
  const files = globSync('capabilities/*/demo.ts', { cwd: root }).sort()
  const modules: { demo: Demo }[] = await Promise.all(files.map((file) => import(join(root, file))))
  const act = jobAct(platform, 'demonstration')
  return platform.database.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    await tx.execute(sql`set local statement_timeout = 0`)
    const { rows } = await tx.execute<{ some: boolean }>(
      sql`select exists (select 1 from organisations) or exists (select 1 from users) as some`,
    )
    if (rows[0]?.some) return false
    for (const demo of inOrder(modules.map((module) => module.demo))) {
      told(demo.name)
      await demo.seed(tx, act)
    }
    return true
  })
}

function inOrder(demos: readonly Demo[]): Demo[] {
  const done: Demo[] = []
  const left = new Set(demos)
  while (left.size > 0) {
    const next = [...left].find((demo) => demo.after.every((name) => done.some((other) => other.name === name)))
    if (!next)
      throw new Error(`These demonstrations wait for each other: ${[...left].map(({ name }) => name).join(', ')}`)
    left.delete(next)
    done.push(next)
  }
  return done
}
