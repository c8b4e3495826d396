import { eq } from 'drizzle-orm'
import { unsubscribeLink } from '#capabilities/notifications/service/unsubscribe.ts'
import { users } from '#platform/auth/table.ts'
import { loadActor } from '#server/actor.ts'
import type { Client } from '#server/api.ts'
import { clientFor } from '#server/client.ts'
import type { Reader } from './addresses.ts'
import type { Site } from './site.ts'

/** The accounts of the demonstration world that look at its pages. */
export const addressOf: Record<Exclude<Reader, 'visitor'>, string> = {
  member: 'owner.cooleytide@demo.entente.example',
  moderator: 'moderator@demo.entente.example',
  administrator: 'administrator@demo.entente.example',
}

/** One example of each thing that has an address: slugs, references, ids. */
export type Places = Awaited<ReturnType<typeof findPlaces>>

/** The API as one of the demonstration's people. */
export async function apiAs({ platform }: Site, email: string): Promise<Client> {
  const { db } = platform.database
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const loaded = user && (await loadActor(db, user.id, null))
  if (!loaded) throw new Error(`Nobody in the demonstration has the address ${email}`)
  return clientFor({ platform, actor: loaded.actor, door: 'rest' })
}

function first<Row>(rows: readonly Row[], what: string): Row {
  const [row] = rows
  if (!row) throw new Error(`The demonstration has no ${what}`)
  return row
}

/** Two lines of the Erasmus charter list, the second without a country. */
const charterHolders = new File(
  [
    ';;;;;;;;;;;\nProposal number;Erasmus Code;Pic;OID;Legal Name;Street;Post Cd;City;Country Cd;Website Url;',
    'Erasmus Eche Start;Erasmus Eche End\n1;A  TESTFEL01;900000001;E10000001;HOCHSCHULE TESTFELDEN;Weg 6;6800;',
    'TESTFELDEN;AT;;1/1/2021;12/31/2029\n2;XX ZZ01;900000004;#N/A;Nowhere College;Street 1;1;City;QQ;;;\n',
  ],
  'charter-holders.csv',
)

/** Looks up an example of each in the demonstration world, and makes those that it does not have. */
export async function findPlaces(site: Site) {
  const [member, moderator, administrator] = await Promise.all([
    apiAs(site, addressOf.member),
    apiAs(site, addressOf.moderator),
    apiAs(site, addressOf.administrator),
  ])
  const { memberships } = await member.organisations.mine({})
  const { id: organisation, slug: own } = first(memberships, 'organisation of the member')
  const mine = await member.listings.mine({ status: ['published'] })
  const draft = await member.listings.create({ organisation, side: 'offer', title: 'Dried dulse, by the kilo' })
  const needs = await member.listings.list({ side: ['need'], sort: 'newest', perPage: 100 })
  const others = needs.rows.filter((row) => row.organisation?.id !== organisation)
  const thread = async (box: 'in' | 'out') =>
    first((await member.expressionsOfInterest.list({ box })).rows, `thread (${box})`).id
  const bodies = await member.organisations.list({ q: 'Innovation Alliance' })
  const invited = 'guest@example.org'
  await member.organisations.invite({ organisation, email: invited, role: 'member' })
  const { link } = await site.letter(invited, '')
  const [person] = await site.platform.database.db.select().from(users).where(eq(users.email, addressOf.member))
  const reader = { id: person?.id ?? '', locale: 'en' as const }
  const matches = await member.matches.mine({})
  const pair = first(
    matches.rows.filter(({ own: ours }) => ours),
    'match of the member',
  )
  const savedSearch = await member.savedSearches.create({ name: 'Seaweed in Ireland', query: { q: 'seaweed' } })
  const mail = await administrator.administration.mail.list({ q: invited })
  const imported = await moderator.organisations.imports.start({ source: 'eche', file: charterHolders })
  return {
    own,
    other: first(others, 'need of somebody else').organisation?.slug ?? own,
    body: first(bodies.rows, 'body with members').slug,
    posted: first(mine.rows, 'published listing of the member').reference,
    draft: draft.reference,
    need: first(
      others.filter(({ visibility }) => visibility === 'public'),
      'public need',
    ).reference,
    unnamed: first(
      needs.rows.filter(({ visibility }) => visibility === 'anonymous'),
      'anonymous need',
    ).reference,
    waiting: first((await moderator.listings.review.list({})).rows, 'listing in review').reference,
    received: await thread('in'),
    sent: await thread('out'),
    invitation: new URL(link).pathname,
    letter: first(mail.rows, 'letter').id,
    imported: imported.id,
    pair: new URLSearchParams({ listing: pair.own?.id ?? '', candidate: pair.listing.id }).toString(),
    savedSearch: savedSearch.id,
    stop: unsubscribeLink(site.platform.config, reader, 'match').url,
  }
}
