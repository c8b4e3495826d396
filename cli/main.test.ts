import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '#platform/db/test-database.ts'

let clone: Awaited<ReturnType<typeof cloneDatabase>>
const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'))
beforeAll(async () => {
  clone = await cloneDatabase()
})
afterAll(async () => {
  await clone.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command as a terminal would, on a database of its own. */
function entente(...args: string[]): Promise<{ code: number | null; out: string; told: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: clone.url, DATA_DIR: folder, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, told] = ['', '']
  child.stdout.on('data', (bytes) => {
    out += bytes
  })
  child.stderr.on('data', (bytes) => {
    told += bytes
  })
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done({ code, out, told }))
  })
}

// Each command starts a process of its own, which takes seconds on a busy machine.
describe('the command line', { timeout: 240_000 }, () => {
  it('lists operations and carries out any of them', async () => {
    const listed = await entente('operations', 'imports', '--json')
    expect(JSON.parse(listed.out).map((each: { name: string }) => each.name)).toContain('organisations.imports.undo')
    const made = await entente(
      'call',
      'organisations.create',
      '{"legalName": "Terminal AG", "displayName": "Terminal", "organisationType": "PRC", "country": "CH"}',
    )
    expect(made).toMatchObject({ code: 0 })
    expect(JSON.parse(made.out)).toMatchObject({ slug: 'terminal', standing: 'listed' })
  })

  it('says what is wrong, and with which kind of failure it ends', async () => {
    const unknown = await entente('call', 'organisations.lists')
    expect(unknown).toMatchObject({ code: 2, told: expect.stringContaining('No operation is called') })
    const refused = await entente('call', 'organisations.get', '{"id": "no"}', '--json')
    expect(refused).toMatchObject({ code: 3, told: expect.stringContaining('id:') })
    expect(JSON.parse(refused.out)).toMatchObject({ status: 422, fields: [{ field: 'id' }] })
    expect(await entente('--as', 'nobody@example.org', 'call', 'organisations.mine')).toMatchObject({ code: 2 })
    expect(await entente('admin', 'grant', 'nobody@example.org', 'emperor')).toMatchObject({ code: 2 })
  })

  it('takes a file in after a preview, and takes it back', async () => {
    const file = join(folder, 'members.csv')
    writeFileSync(file, 'Company name;Land\nEins Muster GmbH;Österreich\nZwei Muster GmbH;Austria\n;Austria\n')
    const looked = await entente('import', 'members', file, '--json')
    expect(looked.code).toBe(0)
    const { id, state, counts } = JSON.parse(looked.out)
    expect({ state, counts }).toEqual({ state: 'ready', counts: { new: 2, refused: 1 } })
    expect(JSON.parse((await entente('import', 'run', id, '--json')).out)).toMatchObject({ state: 'done' })
    const undone = await entente('import', 'undo', id)
    expect(undone).toMatchObject({ code: 0, out: expect.stringMatching(/2 {2}removed/) })
    expect(await entente('audit', 'check')).toMatchObject({ code: 0, out: expect.stringContaining('0 broken') })
  })
})
