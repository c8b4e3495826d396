import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import type { ReplyRecord } from '../schema.ts'
import { expressions, ownerKnown } from '../table.ts'

/** From how many on a share says something. */
const ENOUGH = 3

/**
 * How organisations answer, over the 365 days before `now`. An expression counts once its answer came or was due; one
 * taken back before that does not. Those whose owner the sender does not know do not count either: a public number that
 * moved with them would tell whose they were.
 * @returns a record for each id, in one question
 */
export async function replyRecords(
  db: Db,
  organisations: readonly string[],
  now: Date,
): Promise<Map<string, ReplyRecord>> {
  const ids = [...new Set(organisations)]
  const blank = (organisation: string): ReplyRecord => ({
    organisation,
    enough: false,
    due: null,
    inTimePercent: null,
    medianHours: null,
  })
  const records = new Map(ids.map((id) => [id, blank(id)]))
  if (ids.length === 0) return records
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await db.execute<{ organisation: string; due: number; percent: number; median: number | null }>(sql`
    select ${expressions.toOrganisation} as organisation, count(*)::int as due,
      round(100.0 * count(*) filter (where ${expressions.firstReplyAt} <= ${expressions.replyDueAt}) / count(*))::int
        as percent,
      percentile_cont(0.5) within group (
        order by extract(epoch from ${expressions.firstReplyAt} - ${expressions.createdAt}) / 3600
      ) filter (where ${expressions.firstReplyAt} is not null) as median
    from ${expressions}
    where ${expressions.toOrganisation} = any(${sql.param(ids)}::uuid[])
      and ${expressions.createdAt} > ${at} - interval '365 days' and ${expressions.createdAt} <= ${at}
      and (${expressions.firstReplyAt} is not null or ${expressions.stage} = 'lapsed'
        or (${expressions.stage} <> 'withdrawn' and ${expressions.replyDueAt} <= ${at}))
      and ${ownerKnown}
    group by 1 having count(*) >= ${ENOUGH}`)
  for (const { organisation, due, percent, median } of rows)
    records.set(organisation, {
      organisation,
      enough: true,
      due,
      inTimePercent: percent,
      medianHours: median === null ? null : Math.round(Number(median) * 10) / 10,
    })
  return records
}
