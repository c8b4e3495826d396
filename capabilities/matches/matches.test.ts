import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { findListing } from '../listings/service/find.ts'
import { publishListing } from '../listings/service/standing.ts'
import { matchingReplica, matchingState } from './service/matching.ts'

type Api = Awaited<ReturnType<TestPerson['api']>>
interface Party {
  person: TestPerson
  organisation: string
  api: Api
}

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

async function party(name: string, more: object = {}, options: { locale?: string } = {}): Promise<Party> {
  const person = await world.person(`${name} person`, options)
  const made = await (await person.api()).organisations.create({
    legalName: `${name} Ltd`,
    displayName: name,
    organisationType: 'PRC',
    size: 'small',
    country: 'DE',
    city: 'Halle',
    ...more,
  })
  return { person, organisation: made.id, api: await person.api() }
}

async function post({ api, organisation }: Party, draft: object) {
  const { id } = await api.listings.create({ side: 'need', organisation, ...draft } as never)
  return api.listings.publish({ id })
}

const ozoneOffer = {
  side: 'offer',
  title: 'Ozonbehandlung von Textilabwasser im Pilotmaßstab',
  summary: 'Wir entfärben Abwasser aus der Textilfärberei mit Ozon, im Labor und im Pilotmaßstab.',
  keywords: ['Ozonbehandlung', 'Abwasserbehandlung', 'Textilfärberei'],
  language: 'de',
  languages: ['de', 'en'],
}
const ozoneNeed = {
  side: 'need',
  title: 'Ozone treatment of dyeing waste water is sought',
  summary: 'Our dyeing waste water keeps its colour. We look for ozone treatment that removes it.',
  keywords: ['ozone treatment', 'waste water treatment', 'dyeing'],
  language: 'en',
  languages: ['en'],
}

describe('a need and an offer', () => {
  it('find each other across languages, with reasons that say why', async () => {
    const [dyer, lab] = [await party('Dyer', { country: 'IE' }), await party('Lab')]
    const need = await post(dyer, ozoneNeed)
    // Nothing was told in between: what is published is found at once.
    const offer = await post(lab, ozoneOffer)
    const answer = await dyer.api.matches.ofListing({ id: need.id })
    expect(answer).toMatchObject({ state: 'ready', finding: 'found', own: { reference: need.reference } })
    const [best] = answer.rows
    expect(best?.listing).toMatchObject({ id: offer.id, organisation: { displayName: 'Lab' }, can: { answer: true } })
    expect(
      best?.reasons?.concepts.map(({ wanted, found, own, theirs }) => [wanted.id, found.id, own, theirs]),
    ).toContainEqual(['ozone-treatment', 'ozone-treatment', 'Ozone treatment', 'Ozonbehandlung'])
    const reasons = best?.reasons
    if (!reasons) throw new Error('no reasons')
    const { words, concepts, sectors, reciprocity, freshness } = reasons.components
    expect(words + concepts + sectors + reciprocity + freshness).toBe(reasons.score)
    expect(reasons.strength).toBeGreaterThan(0.38)
    expect(reasons.conditions).toContainEqual({
      code: 'languages',
      by: 'own',
      outcome: 'held',
      asked: ['en'],
      found: ['de', 'en'],
    })
    const french = await (await world.person('Fr')).api()
    await expect(french.matches.ofListing({ id: need.id })).rejects.toMatchObject({ status: 403 })
    await expect(world.visitor.matches.ofListing({ id: need.id })).rejects.toMatchObject({ status: 401 })
  })

  it('are told to both sides once, in one sentence that says why and never whose it is', async () => {
    await world.settle()
    const dyer = await party('Wool dyer', { country: 'IE' }, { locale: 'fr' })
    const before = await matchingState(world.platform)
    expect(before.state).toBe('ready')
    const need = await post(dyer, {
      ...ozoneNeed,
      title: 'Ozone treatment for a wool dyeing works',
      visibility: 'anonymous',
    })
    await world.settle()
    const { rows } = await dyer.api.notifications.list({ kind: ['match'] })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ link: `/listings/${need.reference}/matches`, subject: need.id })
    const said = JSON.stringify(rows)
    expect(said).toContain('Ozonbehandlung von Textilabwasser')
    expect(said).not.toContain('Lab ')
    await world.settle()
    expect((await dyer.api.notifications.list({ kind: ['match'] })).total).toBe(1)
    const mine = await dyer.api.matches.mine({})
    expect(mine).toMatchObject({ total: 1, counts: { all: 1, saved: 0, dismissed: 0 }, listings: 1 })
    expect(mine.rows[0]).toMatchObject({
      own: { id: need.id },
      foundAt: expect.any(String),
      reasons: { eligible: true },
    })
  })

  it('of which one is anonymous stays so through every answer', async () => {
    const quiet = await party('Kaltenbach', { country: 'AT', city: 'Bruck', languages: ['hu'] })
    const need = await post(quiet, { ...ozoneNeed, title: 'Ozone for a quiet dyeing works', visibility: 'anonymous' })
    await world.settle()
    const lab = await party('Second lab')
    const offer = await post(lab, { ...ozoneOffer, title: 'Ozonbehandlung aus einem zweiten Labor' })
    await world.settle()
    const telling = [quiet.organisation, quiet.person.id, 'kaltenbach', 'bruck']
    const answers = [
      await lab.api.matches.ofListing({ id: offer.id, limit: 50 }),
      await lab.api.matches.ofOrganisation({ organisation: lab.organisation, limit: 50 }),
      await lab.api.matches.mine({ perPage: 100 }),
      await lab.api.matches.explain({ listing: offer.id, candidate: need.id }),
      await lab.api.matches.explain({ listing: need.id, candidate: offer.id }),
      await world.visitor.matches.explain({ listing: need.id, candidate: offer.id }),
      await lab.api.notifications.list({}),
    ]
    for (const answer of answers.slice(0, 6)) expect(JSON.stringify(answer)).toContain(need.id)
    for (const answer of answers) {
      const text = JSON.stringify(answer).toLowerCase()
      for (const word of telling) expect(text).not.toContain(word)
    }
    // That two listings belong to the same organisation would tell whose the anonymous one is.
    const open = await post(quiet, { title: 'Kaltenbach seeks ozone treatment too', side: 'offer' })
    const why = await lab.api.matches.explain({ listing: need.id, candidate: open.id })
    expect(why.reasons?.conditions.map(({ code }) => code)).not.toContain('own-organisation')
    const own = await quiet.api.matches.explain({ listing: need.id, candidate: open.id })
    expect(own.reasons?.conditions).toContainEqual(
      expect.objectContaining({ code: 'own-organisation', outcome: 'failed' }),
    )
    await expect(world.visitor.matches.mine({})).rejects.toMatchObject({ status: 401 })
  })
})

describe('a dismissed match', () => {
  it('never comes back, unless that is taken back; a saved one is kept in mind', async () => {
    const [grower, maker] = [await party('Grower'), await party('Maker')]
    const draft = { summary: 'Hyperspectral imaging of apples on the sorting line finds bruises.', languages: [] }
    const need = await post(grower, { ...draft, title: 'Hyperspectral imaging for apples is sought' })
    const offer = await post(maker, { ...draft, title: 'Hyperspectral imaging on sorting lines', side: 'offer' })
    await world.settle()
    const pair = { organisation: grower.organisation, listing: need.id, candidate: offer.id }
    const shown = async () => [
      (await grower.api.matches.ofListing({ id: need.id })).rows.some(({ listing }) => listing.id === offer.id),
      (await grower.api.matches.mine({ listing: need.id })).total,
    ]
    expect(await shown()).toEqual([true, 1])
    await grower.api.matches.dismiss(pair)
    await grower.api.matches.dismiss(pair)
    expect(await shown()).toEqual([false, 0])
    // Not after a change of either side, nor after all pairs were looked at anew.
    const { version } = await maker.api.listings.get({ id: offer.id })
    await maker.api.listings.change({ id: offer.id, version, change: { advantages: 'Finds bruises below the skin.' } })
    await world.tick('refresh-matches')
    await world.settle()
    expect(await shown()).toEqual([false, 0])
    const organisation = { organisation: grower.organisation }
    expect((await grower.api.matches.ofOrganisation(organisation)).rows.filter(({ own }) => own !== null)).toEqual([])
    expect((await grower.api.matches.mine({ show: 'dismissed' })).rows[0]).toMatchObject({ mark: 'dismissed' })
    await grower.api.matches.undo(pair)
    expect(await shown()).toEqual([true, 1])
    await grower.api.matches.save(pair)
    expect((await grower.api.matches.mine({ show: 'saved' })).counts).toMatchObject({ saved: 1, dismissed: 0 })
    await expect(maker.api.matches.dismiss(pair)).rejects.toMatchObject({ status: 403 })
    await expect(maker.api.matches.dismiss({ ...pair, organisation: maker.organisation })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a match-only listing', () => {
  it('is opened to organisations it fits, and found by nobody else', async () => {
    const [seeker, finder, other] = [await party('Seeker'), await party('Finder'), await party('Bystander')]
    const text = {
      summary: 'Electrodialysis of whey permeate to recover minerals in a dairy.',
      keywords: ['electrodialysis'],
    }
    const need = await post(seeker, {
      ...text,
      title: 'Quiet search: electrodialysis of whey permeate',
      visibility: 'match-only',
    })
    await world.settle()
    const offer = await post(finder, { ...text, title: 'Electrodialysis of whey permeate for dairies', side: 'offer' })
    // Before it was matched and opened, it is not among what is found.
    expect(JSON.stringify(await finder.api.matches.ofListing({ id: offer.id }))).not.toContain(need.id)
    await world.settle()
    const [found] = (await finder.api.matches.mine({})).rows
    expect(found).toMatchObject({ listing: { id: need.id, organisation: null } })
    expect(JSON.stringify(await finder.api.matches.ofListing({ id: offer.id }))).toContain(need.id)
    const [told] = (await finder.api.notifications.list({ kind: ['match'] })).rows
    expect(told?.sentence).toContain('in no list')
    expect(told?.sentence).not.toContain('Quiet search')
    await expect(other.api.listings.get({ id: need.id })).rejects.toMatchObject({ status: 404 })
    await expect(other.api.matches.explain({ listing: offer.id, candidate: need.id })).rejects.toMatchObject({
      status: 404,
    })
    const unlike = await post(other, { title: 'Bicycle frames welded from titanium tubes', side: 'offer' })
    await world.settle()
    expect(JSON.stringify(await other.api.matches.ofListing({ id: unlike.id }))).not.toContain(need.id)
  })
})

describe('why not', () => {
  it('is answered with the condition that failed, and what was asked and found', async () => {
    const [school, firm] = [
      await party('School', { country: 'CH' }),
      await party('Firm', { country: 'TR', size: null }),
    ]
    const text = { summary: 'Casting simulation of aluminium parts to avoid porosity.' }
    const need = await post(school, {
      ...text,
      title: 'Casting simulation sought',
      targetCountries: ['FR'],
      partnerTypes: ['sme-10', 'university'],
    })
    const offer = await post(firm, { ...text, title: 'Casting simulation offered', side: 'offer' })
    const { reasons, markAs, listing } = await school.api.matches.explain({ listing: need.id, candidate: offer.id })
    expect(listing?.id).toBe(offer.id)
    expect(markAs).toBe(school.organisation)
    expect(reasons).toMatchObject({ eligible: false })
    expect(reasons?.conditions).toContainEqual({
      code: 'countries',
      by: 'own',
      outcome: 'failed',
      asked: ['FR'],
      found: ['TR'],
    })
    expect(reasons?.conditions).toContainEqual({
      code: 'partner-types',
      by: 'own',
      outcome: 'unknown',
      asked: ['sme-10', 'university'],
      found: [],
    })
    expect(reasons?.score).toBeGreaterThan(0)
    const same = await school.api.matches.explain({ listing: need.id, candidate: firm.organisation })
    expect(same).toMatchObject({ listing: null, organisation: { id: firm.organisation } })
    const draft = await firm.api.listings.create({
      side: 'offer',
      title: 'A draft of casting',
      organisation: firm.organisation,
    })
    await expect(school.api.matches.explain({ listing: need.id, candidate: draft.id })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the index', () => {
  it('takes up what it was not told of: changes, pauses, suspensions', async () => {
    const [one, other] = [await party('One'), await party('Another')]
    const text = 'Cryogenic grinding of cork for gaskets'
    const need = await post(one, { title: `${text} is sought` })
    const offer = await post(other, { title: `${text}, offered`, side: 'offer' })
    const finds = async () => (await one.api.matches.ofListing({ id: need.id })).rows.map(({ listing }) => listing.id)
    expect(await finds()).toContain(offer.id)
    await other.api.listings.pause({ id: offer.id })
    expect(await finds()).not.toContain(offer.id)
    await other.api.listings.resume({ id: offer.id })
    expect(await finds()).toContain(offer.id)
    const moderator = await (await world.person('Mo', { siteRoles: ['administrator'] })).api()
    await moderator.organisations.suspend({ id: other.organisation, reason: 'Impersonates somebody else' })
    expect(await finds()).not.toContain(offer.id)
    const gone = { listing: need.id, candidate: other.organisation }
    await expect(one.api.matches.explain(gone)).rejects.toMatchObject({ status: 404 })
    await moderator.organisations.restore({ id: other.organisation })
    expect(await finds()).toContain(offer.id)
    // What an open transaction elsewhere on the server holds back counts as lag until that one ends.
    await world.settle()
    expect(await finds()).toContain(offer.id)
    expect((await moderator.matches.state({})).lag).toBe(0)
    const replica = await matchingReplica(world.platform)
    expect(replica?.index.get(offer.id)?.title).toContain('offered')
  })

  it('hears of a change although an older transaction is not finished, and of what that one did when it is', async () => {
    const [one, other, third] = [await party('Early'), await party('Late'), await party('Quick')]
    const need = await post(one, { title: 'Peening of turbine blades is sought' })
    const finds = async () => (await one.api.matches.ofListing({ id: need.id })).rows.map(({ listing }) => listing.id)
    expect(await finds()).toEqual([])
    const begun = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const draft = await other.api.listings.create({
      side: 'offer',
      title: 'Peening of turbine blades, slowly',
      organisation: other.organisation,
    })
    const slow = world.db.transaction(async (tx) => {
      await publishListing(tx, world.act(), await findListing(tx, draft.id))
      begun.resolve()
      await end.promise
    })
    await begun.promise
    const offer = await post(third, { title: 'Peening of turbine blades', side: 'offer' })
    expect(await finds()).toEqual([offer.id])
    expect(await finds()).toEqual([offer.id])
    end.resolve()
    await slow
    expect((await finds()).sort()).toEqual([draft.id, offer.id].sort())
  })

  it('goes through all listings some at a time, as far as it came standing in the database', async () => {
    await world.settle()
    const admin = await (await world.person('Ad', { siteRoles: ['administrator'] })).api()
    const begun = await admin.matches.refresh({})
    expect((await admin.matches.refresh({})).id).toBe(begun.id)
    await world.settle()
    const { refresh } = await admin.matches.state({})
    expect(refresh).toMatchObject({ id: begun.id, done: begun.total, finishedAt: expect.any(String) })
    await expect((await party('Nobody')).api.matches.refresh({})).rejects.toMatchObject({ status: 403 })
  })
})
