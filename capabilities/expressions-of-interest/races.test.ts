import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
let owner: TestPerson
let sender: TestPerson
let need: string
let from: string
let to: string

beforeAll(async () => {
  world = await testWorld()
  owner = await world.person('Olga')
  sender = await world.person('Sven')
  to = await organisationOf(owner, 'Owner Works')
  from = await organisationOf(sender, 'Sender Works')
  need = await posted()
})
afterAll(() => world.close())

async function organisationOf(person: TestPerson, displayName: string): Promise<string> {
  const api = await person.api()
  const draft = { legalName: `${displayName} Ltd`, displayName, organisationType: 'PRC', country: 'IE' } as const
  return (await api.organisations.create(draft)).id
}

async function posted(): Promise<string> {
  const api = await owner.api()
  const { id } = await api.listings.create({ side: 'need', title: 'A lathe for rods is sought', organisation: to })
  await api.listings.publish({ id })
  return id
}

const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }

describe('an expression of interest', () => {
  it('is sent once, however often the button is pressed', async () => {
    const api = await sender.api()
    const attempts = await Promise.allSettled(
      [1, 2, 3, 4].map(() => api.expressionsOfInterest.send({ listing: need, organisation: from, ...texts })),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected')
        expect(attempt.reason).toMatchObject({ status: 409, data: { reason: 'expressions-of-interest.alreadySent' } })
    const { rows, total } = await api.expressionsOfInterest.list({ box: 'out' })
    expect(total).toBe(1)
    await api.expressionsOfInterest.withdraw({ id: rows[0]?.id ?? '' })
    const again = await api.expressionsOfInterest.send({ listing: need, organisation: from, ...texts })
    expect(again.stage).toBe('received')
  })

  it('is agreed once when several confirm at the same time', async () => {
    const listing = await posted()
    const [asOwner, asSender] = [await owner.api(), await sender.api()]
    const { id } = await asSender.expressionsOfInterest.send({ listing, organisation: from, ...texts })
    const { version } = await asOwner.expressionsOfInterest.proposeAgreement({
      id,
      agreementType: 'supply',
      summary: 'Forty rods in March and forty in April.',
    })
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => asSender.expressionsOfInterest.confirmAgreement({ id, version })),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ status: 409 })
    const events = await world.db.execute(
      sql`select 1 from outbox_events where name = 'expression.agreed' and subject = ${id}`,
    )
    expect(events.rows).toHaveLength(1)
  })

  it('is not agreed on a proposal that was replaced while it was read', async () => {
    const listing = await posted()
    const [asOwner, asSender] = [await owner.api(), await sender.api()]
    const { id } = await asSender.expressionsOfInterest.send({ listing, organisation: from, ...texts })
    const terms = { id, agreementType: 'supply' } as const
    const read = await asOwner.expressionsOfInterest.proposeAgreement({ ...terms, summary: 'Forty rods for free.' })
    await asOwner.expressionsOfInterest.proposeAgreement({ ...terms, summary: 'Forty rods at a price.' })
    await expect(asSender.expressionsOfInterest.confirmAgreement({ id, version: read.version })).rejects.toMatchObject({
      status: 412,
      data: { reason: 'expressions-of-interest.otherProposal' },
    })
    expect((await asSender.expressionsOfInterest.get({ id })).stage).toBe('in-conversation')
  })

  it('comes from an organisation the person may post for, to somebody else, where it is open', async () => {
    const [asOwner, asSender] = [await owner.api(), await sender.api()]
    await expect(
      asOwner.expressionsOfInterest.send({ listing: need, organisation: to, ...texts }),
    ).rejects.toMatchObject({ status: 409, data: { reason: 'expressions-of-interest.ownListing' } })
    await expect(
      asOwner.expressionsOfInterest.send({ listing: need, organisation: from, ...texts }),
    ).rejects.toMatchObject({ status: 403 })
    const draft = await asOwner.listings.create({ side: 'need', title: 'Nobody sees this yet', organisation: to })
    await expect(
      asSender.expressionsOfInterest.send({ listing: draft.id, organisation: from, ...texts }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      asSender.expressionsOfInterest.send({ listing: need, organisation: from, ...texts, ownListing: need }),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'ownListing' }] } })
    await expect(
      asSender.expressionsOfInterest.send({ listing: need, organisation: from, seeks: 'x', brings: '' }),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'seeks' }, { field: 'brings' }] } })
  })
})
