import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTrail } from '#platform/changes/trail.ts'
import type { Client } from '#server/api.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import type { ImportSource } from './schema.ts'
import { findImport } from './service/import-record.ts'
import { indexFor, runBatch, runImport } from './service/import-run.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

const head =
  ';;;;;;;;;;;\nProposal number;Erasmus Code;Pic;OID;Legal Name;Street;Post Cd;City;Country Cd;Website Url;Erasmus Eche Start;Erasmus Eche End\n'

/** As the list is published: windows-1252, whose letters here are those of latin 1. */
const eche = (...rows: string[]) => new Uint8Array(Buffer.from(`${head}${rows.join('\n')}\n`, 'latin1'))
const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const ror = (...records: object[]) => utf8(records.map((record) => JSON.stringify(record)).join('\n'))

async function preview(
  api: Client,
  source: ImportSource,
  bytes: Uint8Array<ArrayBuffer>,
  body?: string,
): Promise<Awaited<ReturnType<Client['organisations']['imports']['get']>>> {
  const file = new File([bytes], `list.${source === 'ror' ? 'jsonl' : 'csv'}`)
  const { id } = await api.organisations.imports.start({ source, file, ...(body ? { body } : {}) })
  await world.settle()
  return api.organisations.imports.get({ id })
}

async function taken(api: Client, source: ImportSource, bytes: Uint8Array<ArrayBuffer>, body?: string) {
  const { id } = await preview(api, source, bytes, body)
  await api.organisations.imports.run({ id })
  await world.settle()
  return api.organisations.imports.get({ id })
}

const moderator = async () => (await world.person('Mo', { siteRoles: ['moderator'] })).api()
const find = async (q: string) => (await world.visitor.organisations.list({ q })).rows
const rowsOf = async (api: Client, id: string) => (await api.organisations.imports.rows({ id, perPage: 100 })).rows

describe('the list of charter holders', () => {
  it('is taken in with its letters restored, its codes in order and what is wrong said', async () => {
    const api = await moderator()
    const view = await preview(
      api,
      'eche',
      eche(
        '1;A\u00a0 TESTFEL01;900000001;E10000001;PÄDAGOGISCHE HOCHSCHULE TESTFELDEN GMBH;Mühlgasse 6;6800;TESTFELDEN;AT;www.ph-test.example ;1/1/2021;12/31/2029',
        '2;PL GDANSK77;900000002;#N/A;Akademia Testowa w Gdansku;Nowa 1;80;Gda?sk;PL;http://at.example;30/06/2023;31/12/2029',
        '3;PLZZ01;900000003;#N/A;Szkola Xq?wz;Nowa 2;80;Warszawa;PL;;11/1/2021;12/31/2029',
        '4;XX ZZ01;900000004;#N/A;Nowhere College;Street 1;1;City;QQ;;1/1/2021;12/31/2029',
        '5;IRLDUBLIN77;900000005;#N/A;;Street 1;1;Dublin;IE;;1/1/2021;12/31/2029',
      ),
    )
    expect(view).toMatchObject({
      state: 'ready',
      encoding: 'windows-1252',
      total: 5,
      counts: { new: 3, refused: 2 },
      problems: { charactersLost: 1, countryUnknown: 1, nameMissing: 1 },
      repaired: 1,
    })
    expect(await find('testfelden')).toEqual([])
    await api.organisations.imports.run({ id: view.id })
    await world.settle()
    const [found] = await find('testfelden')
    expect(await world.visitor.organisations.get({ id: found?.id ?? '' })).toMatchObject({
      legalName: 'PÄDAGOGISCHE HOCHSCHULE TESTFELDEN GMBH',
      displayName: 'Pädagogische Hochschule Testfelden GmbH',
      city: 'Testfelden',
      erasmusCode: 'A  TESTFEL01',
      website: 'https://www.ph-test.example/',
      organisationType: 'HES',
      roleTags: ['hei'],
      charterFrom: '2021-01-01',
      charterUntil: '2029-12-31',
      standing: 'listed',
      managed: false,
    })
    expect(await find('testowa')).toMatchObject([{ city: 'Gdańsk' }])
    const rows = await rowsOf(api, view.id)
    expect(rows[2]?.problems).toMatchObject([{ sentence: expect.stringContaining('Xq?wz') }])
    expect(rows[3]?.problems).toMatchObject([{ sentence: expect.stringContaining('“QQ”') }])
    expect((await checkTrail(world.db, found?.id ?? '')).brokenAt).toBeNull()
  })

  it('has letters restored that were destroyed altogether, by the words around them', async () => {
    const api = await moderator()
    const lines = [
      '1;A  STPOLT90;910000001;#N/A;P\uFFFDDAGOGISCHE AKADEMIE NIEDER\uFFFDSTERREICH;Lange Stra\uFFFDe 1;3100;St. P\uFFFDlten;AT;;1/1/2021;12/31/2029',
      '2;E  LEON90;910000002;#N/A;Fundaci\uFFFDn para la Ense\uFFFDanza;Calle 1;24;Le\uFFFDn;ES;;1/1/2021;12/31/2029',
      '3;F  NIMES90;910000003;#N/A;Lyc\uFFFDe des M\uFFFDtiers;Rue 1;30;N\uFFFDmes;FR;;1/1/2021;12/31/2029',
    ]
    const view = await taken(api, 'eche', utf8(`${head}${lines.join('\n')}\n`))
    expect(view).toMatchObject({ encoding: 'destroyed', counts: { new: 3 }, problems: {}, repaired: 3 })
    const names = (await world.visitor.organisations.list({ country: ['AT', 'ES', 'FR'] })).rows.map(
      (row) => row.displayName,
    )
    for (const name of ['Pädagogische Akademie Niederösterreich', 'Fundación para la Enseñanza', 'Lycée des Métiers'])
      expect(names).toContain(name)
  })

  it('is refused for another file, in a sentence', async () => {
    const view = await preview(await moderator(), 'eche', utf8('a;b\n1;2\n'))
    expect(view).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('Erasmus Code'),
      can: { run: false },
    })
  })
})

const record = (id: string, name: string, more: object = {}) => ({
  id: `https://ror.org/${id}`,
  names: [{ value: name, types: ['ror_display'] }],
  types: ['education'],
  country: 'SE',
  city: 'Exempelstad',
  lat: 59.1,
  lng: 17.2,
  established: 1999,
  links: [],
  status: 'active',
  ...more,
})

describe('files that speak of the same organisations', () => {
  const list = eche(
    '1;S\u00a0 EXEMPEL01;920000001;E10900001;EXEMPELSTADS UNIVERSITET;Gatan 1;1;EXEMPELSTAD;SE;www.exempel-uni.example;1/1/2021;12/31/2029',
    '2;S\u00a0 EXEMPEL02;920000002;E10900002;Musikkonservatoriet i Exempelstad;Gatan 2;1;Exempelstad;SE;;1/1/2021;12/31/2029',
  )
  const records = ror(
    record('0aaaaaa01', 'University of Exempelstad', {
      names: [
        { value: 'University of Exempelstad', types: ['ror_display'] },
        { value: 'Exempelstads universitet', types: ['label'] },
      ],
      links: ['https://exempel-uni.example/en'],
    }),
    record('0aaaaaa02', 'Exempelstad Institute of Volcanology', { types: ['facility'] }),
    record('0aaaaaa03', 'Musikkonservatoriet i Exempelstad', { city: 'Annanstans' }),
    record('0aaaaaa04', 'Gone University', { status: 'withdrawn' }),
    record('0aaaaaa05', 'Landless', { country: null }),
  )

  it('converge: blanks are filled, nothing is replaced, the unclear waits, and a second time changes nothing', async () => {
    const api = await moderator()
    expect((await taken(api, 'eche', list)).counts).toEqual({ new: 2 })
    const first = await taken(api, 'ror', records)
    expect(first.counts).toEqual({ merge: 1, new: 1, look: 1, refused: 2 })
    expect(first.problems).toEqual({ withdrawn: 1, countryMissing: 1 })
    const [university] = await find('exempelstads universitet')
    expect(await world.visitor.organisations.get({ id: university?.id ?? '' })).toMatchObject({
      displayName: 'Exempelstads Universitet',
      otherNames: ['University of Exempelstad'],
      pic: '920000001',
      ror: '0aaaaaa01',
      foundedYear: 1999,
      roleTags: ['hei', 'education-training'],
      version: 2,
    })
    expect((await taken(api, 'eche', list)).counts).toEqual({ unchanged: 2 })
    expect((await taken(api, 'ror', records)).counts).toEqual({ unchanged: 2, look: 1, refused: 2 })
    const [look] = (await api.organisations.imports.rows({ id: first.id, outcome: ['look'] })).rows
    expect(look?.candidates).toMatchObject([{ why: 'name', displayName: 'Musikkonservatoriet i Exempelstad' }])
    await api.organisations.imports.decide({ id: first.id, line: look?.line ?? 0, decision: 'merge' })
    await api.organisations.imports.run({ id: first.id })
    await world.settle()
    expect(await world.visitor.organisations.list({ q: 'musikkonservatoriet' })).toMatchObject({ total: 1 })
    expect((await api.organisations.imports.get({ id: first.id })).counts).toEqual({ merge: 2, new: 1, refused: 2 })
  })

  it('only suggest to those who keep the profile', async () => {
    const owner = await world.person('Kerstin')
    const own = await owner.api()
    const { id } = await own.organisations.create({
      legalName: 'Kerstins Verkstad AB',
      displayName: 'Kerstins Verkstad',
      organisationType: 'PRC',
      country: 'SE',
      city: 'Exempelstad',
    })
    const api = await moderator()
    const more = ror(record('0aaaaaa09', 'Kerstins Verkstad', { types: ['company'] }))
    const view = await taken(api, 'ror', more)
    expect(view.counts).toEqual({ suggested: 1 })
    const keeper = await owner.api()
    expect(await keeper.organisations.get({ id })).toMatchObject({ ror: null, foundedYear: null })
    const [suggestion] = (await keeper.organisations.imports.suggestions({ organisation: id })).rows
    expect(suggestion?.change).toMatchObject({ ror: '0aaaaaa09', foundedYear: 1999 })
    await keeper.organisations.imports.settleSuggestion({
      organisation: id,
      import: view.id,
      line: suggestion?.line ?? 0,
      fields: ['ror'],
    })
    expect(await keeper.organisations.get({ id })).toMatchObject({ ror: '0aaaaaa09', foundedYear: null })
    expect((await keeper.organisations.imports.suggestions({ organisation: id })).total).toBe(0)
  })

  it('are taken back, but for what somebody touched since', async () => {
    const api = await moderator()
    const again = ror(
      record('0bbbbbb01', 'Alpha Undo Centre', { city: 'A' }),
      record('0bbbbbb02', 'Beta Undo Laboratory', { city: 'B' }),
    )
    const { id } = await taken(api, 'ror', again)
    const filled = await taken(
      api,
      'members',
      utf8('Name,Country,City,VAT,Website\nAlpha Undo Centre,SE,A,SE123,https://alpha.example\n'),
    )
    expect(filled.counts).toEqual({ merge: 1 })
    const [beta] = await find('beta undo')
    await (await (await world.person('Bea')).api()).organisations.askToJoin({ organisation: beta?.id ?? '' })
    await api.organisations.imports.undo({ id: filled.id })
    await world.settle()
    const [alpha] = await find('alpha undo')
    expect(await api.organisations.get({ id: alpha?.id ?? '' })).toMatchObject({
      vat: null,
      website: null,
      ror: '0bbbbbb01',
    })
    expect((await api.organisations.imports.get({ id: filled.id })).undoing).toEqual({ restored: 1 })
    await api.organisations.imports.undo({ id })
    await world.settle()
    const view = await api.organisations.imports.get({ id })
    expect(view).toMatchObject({ state: 'undone', can: { undo: false } })
    expect(view.undoing).toEqual({ kept: 2 })
    expect(await find('undo')).toHaveLength(2)
    const alone = await taken(api, 'ror', ror(record('0bbbbbb03', 'Gamma Undo Observatory', { city: 'C' })))
    await api.organisations.imports.undo({ id: alone.id })
    await world.settle()
    expect((await api.organisations.imports.get({ id: alone.id })).undoing).toEqual({ removed: 1 })
    expect(await find('gamma undo')).toEqual([])
  })
})

describe('a member list', () => {
  it('is taken in by whoever manages the cluster, by columns in their language, for its own members only', async () => {
    const manager = await world.person('Claire')
    const { id: body } = await (await manager.api()).organisations.create({
      legalName: 'Grappe Exemple',
      displayName: 'Grappe Exemple',
      organisationType: 'OTH',
      country: 'FR',
    })
    const api = await manager.api()
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Membres')
    sheet.addRow(['Raison sociale', 'Pays', 'Ville', 'Site internet', 'Effectif', 'Remarque'])
    sheet.addRow(['Atelier Premier SARL', 'France', 'Lyon', 'www.premier.example', 12, 'x'])
    sheet.addRow(['Atelier Second SAS', 'Allemagne', 'Berlin', '', 'douze', ''])
    sheet.addRow(['Sans pays', '', 'Nulle part', '', '', ''])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const view = await preview(api, 'members', bytes, body)
    expect(view).toMatchObject({
      counts: { new: 2, refused: 1 },
      problems: { countryMissing: 1 },
      mapping: {
        'Raison sociale': 'legalName',
        Pays: 'country',
        Ville: 'city',
        'Site internet': 'website',
        Effectif: 'staff',
        Remarque: '',
      },
    })
    await expect(
      api.organisations.imports.setMapping({ id: view.id, mapping: { Ville: 'legalName' } }),
    ).rejects.toMatchObject({ status: 422 })
    await api.organisations.imports.setMapping({ id: view.id, mapping: { ...view.mapping, Remarque: 'competences' } })
    await world.settle()
    await api.organisations.imports.run({ id: view.id })
    await world.settle()
    const members = await world.visitor.organisations.affiliations.list({ organisation: body, side: 'members' })
    expect(members.rows.map(({ organisation }) => organisation.displayName)).toEqual([
      'Atelier Premier SARL',
      'Atelier Second SAS',
    ])
    await expect(preview(api, 'members', utf8('Name,Country\nA B,FR\n'))).rejects.toMatchObject({ status: 403 })
    await expect(preview(api, 'eche', utf8(head))).rejects.toMatchObject({ status: 403 })
    await expect(preview(world.visitor, 'eche', utf8(head))).rejects.toMatchObject({ status: 401 })
    const stranger = await (await world.person('Étrangère')).api()
    await expect(stranger.organisations.imports.get({ id: view.id })).rejects.toMatchObject({ status: 404 })
    expect((await stranger.organisations.imports.list({})).total).toBe(0)
    await api.organisations.imports.undo({ id: view.id })
    await world.settle()
    expect((await api.organisations.get({ id: body })).members).toBe(0)
  })

  it('goes on with the first row that was not taken in when the work was cut off', async () => {
    const api = await moderator()
    const lines = Array.from({ length: 1200 }, (_, at) => `Vinkel${at} Qvarn${at * 7} ApS,DK,By${at},DK${10_000 + at}`)
    const { id } = await preview(api, 'members', utf8(`Name,Country,City,VAT\n${lines.join('\n')}\n`))
    await api.organisations.imports.run({ id })
    const act = { ...world.act(), platform: world.platform }
    const given = await findImport(world.db, id)
    expect(await runBatch(act, given, await indexFor(world.db, given))).toBe(true)
    expect(await api.organisations.imports.get({ id })).toMatchObject({ state: 'running', progress: 500 })
    expect((await world.visitor.organisations.list({ country: ['DK'] })).total).toBe(500)
    await runImport.run(world.platform, { import: id })
    await runImport.run(world.platform, { import: id })
    expect(await api.organisations.imports.get({ id })).toMatchObject({ state: 'done', counts: { new: 1200 } })
    expect((await world.visitor.organisations.list({ country: ['DK'] })).total).toBe(1200)
  })
})

const data = join(import.meta.dirname, '../../../shared/data')
const real = existsSync(data)

describe(real ? 'the published data' : 'the published data (skipped: no shared data)', () => {
  it.skipIf(!real)(
    'is taken in whole and recognised again',
    async () => {
      const api = await moderator()
      const list = new Uint8Array(readFileSync(join(data, 'eche/destinations.csv')))
      const records = new Uint8Array(readFileSync(join(data, 'ror/ror_sample.jsonl.gz')))
      const first = await taken(api, 'eche', list)
      expect(first).toMatchObject({ total: 5912, state: 'done', encoding: 'windows-1252' })
      expect(first.counts.new).toBeGreaterThan(5900)
      expect(first.repaired).toBeGreaterThan(60)
      const second = await taken(api, 'ror', records)
      expect(second).toMatchObject({ total: 20_000, state: 'done', counts: { refused: 1733 } })
      // Most European universities of the sample stand in both.
      expect(second.counts.merge).toBeGreaterThan(700)
      expect((await preview(api, 'eche', list)).counts).toEqual({
        unchanged: first.counts.new,
        look: first.counts.look,
      })
      const again = (await preview(api, 'ror', records)).counts
      expect(again.unchanged).toBeGreaterThanOrEqual((second.counts.new ?? 0) + (second.counts.merge ?? 0) - 1)
      expect(again.new ?? 0).toBe(0)
    },
    300_000,
  )
})
