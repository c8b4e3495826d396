import { eq, sql } from 'drizzle-orm'
import type { CronItem, Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Act } from '../access/act.ts'
import { systemActor } from '../access/actor.ts'
import type { EventKind } from '../changes/record.ts'
import type { Subscriptions } from '../changes/relay.ts'
import { outboxEvents } from '../changes/table.ts'
import type { Db } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Platform } from '../platform.ts'

/**
 * A background task. Its payload holds ids only; it may run twice for the same payload and must come to the same end.
 */
export interface Job {
  name: string
  /** The event that starts it, for those that follow an event. */
  follows?: string
  /** When it runs by itself, as a crontab line's five fields, for those that do. */
  cron?: string
  run(platform: Platform, payload: unknown): Promise<void>
}

/** Whoever does the work of a job, as the audit trail names it. */
export function jobAct(platform: Platform, name: string): Act {
  return { actor: systemActor(name), now: platform.clock.now(), door: 'job', platform }
}

/** A task that a service adds by `addJob`, with what its payload looks like. */
export function job<Payload>(
  name: string,
  schema: z.ZodType<Payload>,
  run: (act: Act, payload: Payload) => Promise<void>,
): Job & { schema: z.ZodType<Payload> } {
  return { name, schema, run: (platform, payload) => run(jobAct(platform, name), schema.parse(payload)) }
}

/** A task that runs by the clock. @param cron five fields, in UTC */
export function cronJob(name: string, cron: string, run: (act: Act) => Promise<void>): Job {
  return { name, cron, run: (platform) => run(jobAct(platform, name)) }
}

/**
 * A task that follows an event, in one transaction of its own.
 * @param name what it does, `notify-owner`; unique
 */
export function follows<Shape extends z.ZodRawShape>(
  name: string,
  kind: EventKind<Shape>,
  run: (
    db: Db,
    act: Act,
    payload: z.infer<z.ZodObject<Shape>>,
    event: { actor: string | null; at: string },
  ) => Promise<void>,
): Job {
  return {
    name,
    follows: kind.name,
    run: async (platform, given) => {
      const { event: id } = z.object({ event: z.number() }).parse(given)
      await inTransaction(platform.database.db, async (tx) => {
        const [event] = await tx.select().from(outboxEvents).where(eq(outboxEvents.id, id))
        if (!event) return
        await run(tx, jobAct(platform, name), kind.schema.parse(event.payload), { actor: event.actor, at: event.at })
      })
    },
  }
}

/**
 * Adds a task in the open transaction: it exists if and only if the change does.
 * @param when not before this instant, and under which key it replaces an earlier one
 */
export async function addJob<Payload>(
  db: Db,
  wanted: { name: string; schema: z.ZodType<Payload> },
  payload: Payload,
  when: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    ${wanted.name}, payload => ${JSON.stringify(wanted.schema.parse(payload))}::json,
    run_at => ${when.runAt?.toISOString() ?? null}::timestamptz, job_key => ${when.key ?? null}::text,
    max_attempts => 12)`)
}

/** Which jobs follow which events. */
export function subscriptionsOf(jobs: readonly Job[]): Subscriptions {
  const subscriptions = new Map<string, string[]>()
  for (const { name, follows: event } of jobs)
    if (event) subscriptions.set(event, [...(subscriptions.get(event) ?? []), name])
  return subscriptions
}

/** The jobs as the worker wants them. */
export function taskList(platform: Platform, jobs: readonly Job[]): TaskList {
  const tasks: Record<string, Task> = {}
  for (const each of jobs) {
    if (tasks[each.name]) throw new Error(`Two jobs are called "${each.name}"`)
    tasks[each.name] = (payload) => each.run(platform, payload)
  }
  return tasks
}

/** The jobs that run by the clock, as the worker wants them. */
export function cronItems(jobs: readonly Job[]): CronItem[] {
  return jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron, identifier: name }] : []))
}
