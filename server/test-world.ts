import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Logger, runOnce } from 'graphile-worker'
import { profiles } from '#capabilities/people/table.ts'
import type { SiteRole } from '#platform/access/actor.ts'
import { systemActor, visitor } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import { relayOnce } from '#platform/changes/relay.ts'
import { heldClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { cloneDatabase } from '#platform/db/test-database.ts'
import { openFileStore } from '#platform/files/store.ts'
import { newId } from '#platform/ids.ts'
import { jobAct, subscriptionsOf, taskList } from '#platform/jobs/jobs.ts'
import { createLog } from '#platform/log.ts'
import { openOutbound } from '#platform/outbound.ts'
import type { Platform } from '#platform/platform.ts'
import { loadActor } from './actor.ts'
import type { Client } from './api.ts'
import { clientFor } from './client.ts'
import { allJobs } from './discover.ts'

const quiet = new Logger(() => () => {})
/** Outcomes are written before `runOnce` returns. */
const unhurried = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

export interface TestPerson {
  id: string
  email: string
  /** The API as this person, with the roles they have at the moment of the call. */
  api(): Promise<Client>
}

export type TestWorld = Awaited<ReturnType<typeof testWorld>>

/**
 * A platform of its own for one test file: a fresh database, a clock that stands still, files in a temporary folder.
 * Call `close` when done.
 */
export async function testWorld(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-files-'))
  const clone = await cloneDatabase()
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: clone.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    ENTENTE_DEMO: 'false',
    ...settings,
  })
  const clock = heldClock(new Date('2026-11-02T09:00:00.000Z'))
  const log = createLog(config.logLevel)
  const database = openDatabase(clone.url, 10, log)
  const platform: Platform = {
    config,
    clock,
    log,
    database,
    files: await openFileStore(config),
    outbound: openOutbound({ allowPrivate: [] }),
  }
  const jobs = await allJobs()
  const tasks = taskList(platform, jobs)
  // A transaction in any database of the server holds news back, so nothing to tell does not mean that all was told.
  const allTold = async () => {
    const { rows } = await database.db.execute<{ all: boolean }>(sql`select not exists (
      select 1 from outbox_events e where not exists (
        select 1 from outbox_cursors c where c.reader = 'jobs' and (c.xid, c.event) >= (e.xid, e.id))) as all`)
    return rows[0]?.all === true
  }

  return {
    platform,
    clock,
    db: database.db,
    /** The platform itself, for arranging what no procedure makes. */
    act: () => jobAct(platform, 'test'),
    visitor: clientFor({ platform, actor: visitor, door: 'page' }),
    system: clientFor({ platform, actor: systemActor('test'), door: 'job' }),

    /** A person with an account, its address confirmed unless said otherwise. */
    async person(
      name: string,
      options: { verified?: boolean; siteRoles?: SiteRole[]; locale?: string } = {},
    ): Promise<TestPerson> {
      const id = newId()
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${id.slice(-6)}@example.org`
      const now = clock.now().toISOString()
      await database.db.insert(users).values({ id, name, email, emailVerified: options.verified ?? true })
      await database.db.insert(profiles).values({
        person: id,
        locale: options.locale ?? 'en',
        siteRoles: options.siteRoles ?? [],
        createdAt: now,
        updatedAt: now,
      })
      return {
        id,
        email,
        async api() {
          const loaded = await loadActor(database.db, id, null)
          if (!loaded) throw new Error(`${name} is suspended or gone`)
          return clientFor({ platform, actor: loaded.actor, door: 'rest' })
        },
      }
    },

    /** Carries out all that follows from what was done: passes the news on and runs every job that is due. */
    async settle(): Promise<void> {
      for (;;) {
        const told = await relayOnce(database.db, subscriptionsOf(jobs))
        await runOnce({
          pgPool: database.pool,
          taskList: tasks,
          noHandleSignals: true,
          logger: quiet,
          preset: unhurried,
        })
        const failed = await database.db.execute<{ identifier: string; error: string }>(
          sql`select task_identifier as identifier, last_error as error from graphile_worker.jobs where last_error is not null`,
        )
        const first = failed.rows[0]
        if (first) throw new Error(`The job ${first.identifier} failed: ${first.error}`)
        if (told === 0 && (await allTold())) return
      }
    },

    /** Runs a job that otherwise runs by the clock, now. */
    async tick(name: string): Promise<void> {
      const found = jobs.find((job) => job.name === name)
      if (!found) throw new Error(`No job is called "${name}"`)
      await found.run(platform, {})
    },

    async close(): Promise<void> {
      await database.close()
      await clone.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
