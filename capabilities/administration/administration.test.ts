import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { sendMail } from '#platform/mail/send.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { settingsOf } from './service/state.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld({ SMTP_URL: 'smtp://postman:s3cret@mail.example.org:2525', MAIL_FROM: 'us@example.org' })
})
afterAll(() => world.close())

const draft = {
  legalName: 'Atelier Clément SAS',
  displayName: 'Atelier Clément',
  organisationType: 'PRC' as const,
  country: 'FR' as const,
}
const NOBODY = '01990000-0000-7000-8000-000000000000'
const boss = async () => (await world.person('Boss', { siteRoles: ['administrator'] })).api()
const moderator = async () => (await world.person('Mona', { siteRoles: ['moderator'] })).api()

describe('background jobs', () => {
  const failing = async () => {
    await addJob(world.db, sendMail, { message: NOBODY })
    const { rows } = await world.db.execute<{ id: string }>(
      sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the server said no'
        where id = (select max(id) from graphile_worker._private_jobs) returning id::text as id`,
    )
    return String(rows[0]?.id)
  }

  it('are for administrators only', async () => {
    const id = await failing()
    await expect(world.visitor.administration.jobs.list({})).rejects.toMatchObject({ status: 401 })
    const api = await moderator()
    await expect(api.administration.jobs.list({})).rejects.toMatchObject({ status: 403 })
    await expect(api.administration.jobs.drop({ id })).rejects.toMatchObject({ status: 404 })
    await (await boss()).administration.jobs.drop({ id })
  })

  it('that were given up are listed with their error, tried again, and dropped', async () => {
    const api = await boss()
    const id = await failing()
    const failed = await api.administration.jobs.list({ state: ['failed'], q: 'SAID NO' })
    expect(failed).toMatchObject({ total: 1, byState: { failed: 1 }, tasks: ['mail.send'] })
    expect(failed.rows[0]).toMatchObject({ id, task: 'mail.send', state: 'failed', payload: { message: NOBODY } })
    await api.administration.jobs.retry({ id })
    expect((await api.administration.jobs.list({ state: ['failed'] })).total).toBe(0)
    expect((await api.administration.jobs.list({})).rows[0]).toMatchObject({ id, attempts: 0 })
    await api.administration.jobs.drop({ id })
    expect((await api.administration.jobs.list({})).total).toBe(0)
    await expect(api.administration.jobs.retry({ id })).rejects.toMatchObject({ status: 404 })
    const trail = await api.administration.audit.list({ chain: 'site', subjectType: ['job'], q: id })
    expect(trail.rows.map(({ event }) => event).sort()).toEqual(['job.dropped', 'job.retried'])
  })

  it('that a worker is at are left alone', async () => {
    const id = await failing()
    await world.db.execute(
      sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = ${id}::bigint`,
    )
    const api = await boss()
    expect((await api.administration.jobs.list({})).rows[0]).toMatchObject({
      state: 'running',
      can: { retry: false, drop: false },
    })
    await expect(api.administration.jobs.drop({ id })).rejects.toMatchObject({ status: 403 })
    await world.db.execute(sql`delete from graphile_worker._private_jobs`)
  })
})

describe('the audit trail', () => {
  it('is read by moderators, and by those who keep an organisation for their own', async () => {
    const olga = await world.person('Olga')
    const { id } = await (await olga.api()).organisations.create(draft)
    const own = await olga.api()
    const { rows } = await own.administration.audit.list({ chain: id })
    expect(rows).toMatchObject([
      { chain: id, chainName: 'Atelier Clément', event: 'organisation.created', actor: olga.id, actorName: 'Olga' },
    ])
    await expect(own.administration.audit.list({})).rejects.toMatchObject({ status: 403 })
    await expect(own.administration.audit.list({ chain: 'site' })).rejects.toMatchObject({ status: 403 })
    await expect(world.visitor.administration.audit.list({ chain: id })).rejects.toMatchObject({ status: 401 })
    const api = await moderator()
    expect((await api.administration.audit.list({ actor: olga.id })).total).toBe(1)
    expect((await api.administration.audit.list({ subject: id, door: ['mcp'] })).total).toBe(0)
    expect((await api.administration.audit.list({ subject: id, from: '2026-11-02', until: '2026-11-02' })).total).toBe(
      1,
    )
    expect((await api.administration.audit.list({ subject: id, until: '2026-11-01' })).total).toBe(0)
  })

  it('shows where an entry was changed behind its back', async () => {
    const owner = await world.person('Otto')
    const { id } = await (await owner.api()).organisations.create({ ...draft, displayName: 'Changed' })
    const api = await moderator()
    const whole = await api.administration.audit.check({ chain: id })
    expect(whole).toMatchObject({ entries: 1, brokenAt: null })
    const { rows } = await api.administration.audit.checkpoint({ perPage: 100 })
    expect(rows.find(({ chain }) => chain === id)).toEqual({ chain: id, seq: 1, hash: whole.head })
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`)
      await tx.execute(sql`update audit_entries set event = 'organisation.verified' where chain = ${id}`)
      await tx.execute(sql`alter table audit_entries enable trigger audit_entries_append_only`)
    })
    expect(await api.administration.audit.check({ chain: id })).toMatchObject({ brokenAt: 1 })
  })
})

describe('the state of the site', () => {
  it('is for administrators, and holds no secret', async () => {
    await expect((await moderator()).administration.site.state({})).rejects.toMatchObject({ status: 403 })
    const state = await (await boss()).administration.site.state({})
    expect(state.tables.map(({ name }) => name)).toContain('audit_entries')
    expect(state.settings).toContainEqual({ name: 'SMTP_URL', value: 'smtp://mail.example.org:2525' })
    expect(JSON.stringify(state)).not.toContain('s3cret')
    expect(JSON.stringify(state)).not.toContain(world.platform.config.secret)
  })

  it('shows none of the passwords that settings may hold', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://entente:hush-db@db.example.org/entente?password=hush-too',
      DATA_DIR: world.platform.config.dataDir,
      ENTENTE_SECRET: 'hush-hush-hush-hush-hush-hush-hush-hush',
      S3_BUCKET: 'files',
      S3_ACCESS_KEY_ID: 'hush-id',
      S3_SECRET_ACCESS_KEY: 'hush-key',
      OIDC_DISCOVERY_URL: 'https://login.example.org/.well-known?x=hush',
      OIDC_CLIENT_ID: 'entente',
      OIDC_CLIENT_SECRET: 'hush-oidc',
    })
    const settings = settingsOf(config)
    expect(settings).toContainEqual({ name: 'DATABASE_URL', value: 'postgresql://db.example.org/entente' })
    expect(JSON.stringify(settings)).not.toContain('hush')
  })
})
