import { and, asc, count, desc, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { holdsWords } from '#platform/db/folded.ts'
import { offsetOf } from '#platform/paging.ts'
import type { OrganisationQuery, OrganisationSummary } from '../schema.ts'
import { organisations } from '../table.ts'
import type { Organisation } from './profile.ts'

const orders = {
  name: [asc(sql`lower(${organisations.displayName})`), asc(organisations.id)],
  updated: [desc(organisations.updatedAt), desc(organisations.id)],
  country: [asc(organisations.country), asc(sql`lower(${organisations.displayName})`), asc(organisations.id)],
}

const summary = {
  id: organisations.id,
  slug: organisations.slug,
  displayName: organisations.displayName,
  organisationType: organisations.organisationType,
  roleTags: organisations.roleTags,
  size: organisations.size,
  country: organisations.country,
  city: organisations.city,
  latitude: organisations.latitude,
  longitude: organisations.longitude,
  ecosystems: organisations.ecosystems,
  competences: organisations.competences,
  summary: organisations.summary,
  language: organisations.language,
  standing: organisations.standing,
  demonstration: organisations.demonstration,
  lastConfirmedAt: organisations.lastConfirmedAt,
  updatedAt: organisations.updatedAt,
}

/** What lists show of an organisation. */
export function summaryOf(organisation: Organisation): OrganisationSummary {
  return Object.fromEntries(
    Object.keys(summary).map((name) => [name, organisation[name as keyof typeof summary]]),
  ) as OrganisationSummary
}

/** What lists show of some organisations, by id. */
export async function organisationSummaries(db: Db, ids: readonly string[]): Promise<Map<string, OrganisationSummary>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.select(summary).from(organisations).where(inArray(organisations.id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * One page of organisations.
 * @param visible the policy's predicate: what the reader may know of
 */
export async function listOrganisations(db: Db, visible: SQL | undefined, query: OrganisationQuery) {
  const some = (column: Parameters<typeof inArray>[0], values: readonly string[]) =>
    values.length > 0 ? inArray(column, [...values]) : undefined
  const overlap = (column: SQL | typeof organisations.roleTags | typeof organisations.ecosystems, values: string[]) =>
    values.length > 0 ? sql`${column} && ${sql.param(values)}::text[]` : undefined
  const where = and(
    visible,
    holdsWords(organisations.searchable, query.q),
    some(organisations.country, query.country),
    some(organisations.organisationType, query.organisationType),
    overlap(organisations.roleTags, query.roleTag),
    overlap(organisations.ecosystems, query.ecosystem),
    some(organisations.size, query.size),
    some(organisations.standing, query.standing),
  )
  const [rows, totals] = await Promise.all([
    db
      .select(summary)
      .from(organisations)
      .where(where)
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(organisations).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}
