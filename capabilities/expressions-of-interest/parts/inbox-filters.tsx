import { useTranslation } from 'react-i18next'
import { Checkbox } from '#ui/checkbox.tsx'
import type { Facet } from '#ui/facet.tsx'
import type { Tab } from '#ui/tabs.tsx'
import { activeFilters, type FacetChoice, facetsOf, type ListLinks } from '#web/list.ts'
import type { openStages, Stage } from '../schema.ts'

/** Filters that are there or not. */
export const flags = ['awaitingReply', 'unread'] as const

export interface InboxQuery {
  box?: string | undefined
  stage?: string[] | undefined
  organisation?: string | undefined
  listing?: string | undefined
  awaitingReply?: boolean | undefined
  unread?: boolean | undefined
}

export interface Counts {
  in: number
  out: number
  owed: number
  unread: number
  agreed: number
}

/** Stages in which something is still to come of it. */
const openOnes = ['received', 'in-conversation', 'met'] as const satisfies typeof openStages
const open = openOnes.map((stage) => `&stage=${stage}`).join('')

/** The piles of an inbox, each with how many it holds. */
export function useInboxTabs(counts: Counts, query: InboxQuery): { tabs: Tab[]; chosen: boolean } {
  const { t } = useTranslation('expressions-of-interest')
  const of = query.organisation ? `&organisation=${query.organisation}` : ''
  const held = JSON.stringify([
    query.box ?? '',
    [...(query.stage ?? [])].sort(),
    query.awaitingReply ?? false,
    query.unread ?? false,
    query.listing ?? '',
  ])
  const pile = (box: string, stage: readonly string[], awaitingReply: boolean, unread: boolean) =>
    JSON.stringify([box, [...stage].sort(), awaitingReply, unread, '']) === held
  const tabs: Tab[] = [
    { to: `/inbox?${of.slice(1)}`, label: t('inbox.all'), current: pile('', [], false, false) },
    {
      to: `/inbox?box=in&awaitingReply=true&sort=due${of}`,
      label: t('inbox.owed'),
      count: counts.owed,
      current: pile('in', [], true, false),
    },
    {
      to: `/inbox?unread=true${of}`,
      label: t('inbox.unread'),
      count: counts.unread,
      current: pile('', [], false, true),
    },
    {
      to: `/inbox?box=in${open}${of}`,
      label: t('inbox.in'),
      count: counts.in,
      current: pile('in', openOnes, false, false),
    },
    {
      to: `/inbox?box=out${open}${of}`,
      label: t('inbox.out'),
      count: counts.out,
      current: pile('out', openOnes, false, false),
    },
    {
      to: `/inbox?stage=agreed${of}`,
      label: t('inbox.agreed'),
      count: counts.agreed,
      current: pile('', ['agreed'], false, false),
    },
  ]
  return { tabs, chosen: tabs.some(({ current }) => current) }
}

interface Given {
  query: InboxQuery
  /** What to choose from. */
  stages: readonly Stage[]
  boxes: readonly ('in' | 'out' | 'reported')[]
  links: ListLinks
  organisations: readonly { id: string; displayName: string }[]
  /** The list is one of the piles, whose tab says already what it is filtered by. */
  piled: boolean
}

/** What an inbox can be filtered by, and what it is filtered by just now. */
export function useInboxFilters({ query, stages, boxes, links, organisations, piled }: Given) {
  const { t } = useTranslation('expressions-of-interest')
  const one: FacetChoice[] = [
    {
      name: 'box',
      label: t('facet.box'),
      options: boxes.map((value) => ({ value, label: t(`box.${value}`) })),
      chosen: query.box ? [query.box] : [],
    },
    {
      name: 'organisation',
      label: t('facet.organisation'),
      options: organisations.map(({ id, displayName }) => ({ value: id, label: displayName })),
      chosen: query.organisation ? [query.organisation] : [],
    },
  ]
  const stage: FacetChoice = {
    name: 'stage',
    label: t('facet.stage'),
    options: stages.map((value) => ({ value, label: t(`stage.${value}`) })),
    chosen: query.stage ?? [],
  }
  const only: Facet = {
    name: 'only',
    label: t('facet.only'),
    active: query.awaitingReply === true || query.unread === true,
    content: flags.map((name) => (
      <Checkbox
        key={`${name} ${query[name]}`}
        name={name}
        value="true"
        label={t(`facet.${name}`)}
        defaultChecked={query[name] ?? false}
      />
    )),
  }
  const [box, organisation] = one.map((choice) => ({ choice, facet: facetsOf([choice])[0] }))
  const single = [box, ...(organisations.length > 1 ? [organisation] : [])].flatMap((entry) =>
    entry?.facet ? [{ ...entry.facet, choose: 'one' as const }] : [],
  )
  const chips = [
    ...activeFilters([...one, stage], links),
    ...flags
      .filter((name) => query[name])
      .map((name) => ({ label: t(`facet.${name}`), removeHref: links.set(name, null) })),
    ...(query.listing ? [{ label: t('facet.listing'), removeHref: links.set('listing', null) }] : []),
  ]
  return { facets: [...single, ...facetsOf([stage]), only], active: piled ? [] : chips }
}
