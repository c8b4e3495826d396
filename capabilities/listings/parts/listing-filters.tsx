import { useTranslation } from 'react-i18next'
import { DateInput } from '#ui/date-input.tsx'
import type { Facet } from '#ui/facet.tsx'
import { activeFilters, type FacetChoice, facetsOf, type ListLinks } from '#web/list.ts'
import { cooperationTypeIds } from '../../vocabularies/cooperation-types.ts'
import { countryName } from '../../vocabularies/countries.ts'
import { ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { languageName } from '../../vocabularies/languages.ts'
import { listingKindIds } from '../../vocabularies/listing-kinds.ts'
import { partnerTypeIds } from '../../vocabularies/partner-types.ts'
import { roleTagIds } from '../../vocabularies/role-tags.ts'
import type { FacetName } from '../schema.ts'
import { dayIn } from './listing-day.tsx'

type Counts = Record<FacetName, Record<string, number>>

interface Filters {
  facets: Facet[]
  active: { label: string; removeHref: string }[]
}

const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * What the board can be filtered by, with how many each choice would find, and what it is filtered by now.
 * @param query the filters as the address holds them
 * @param organisation name of the one whose listings are shown alone
 */
export function useListingFilters(
  query: Record<string, unknown>,
  counts: Counts,
  links: ListLinks,
  organisation: string | undefined,
): Filters {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const { compare } = new Intl.Collator(i18n.language)
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const chosen = (name: string): string[] => (Array.isArray(query[name]) ? query[name] : [])

  function choice(name: FacetName, ids: readonly string[], labelOf: (id: string) => string): FacetChoice {
    const found = counts[name]
    return {
      name,
      label: t(`facet.${name}`),
      options: ids
        .filter((id) => found[id] || chosen(name).includes(id))
        .map((id) => ({ value: id, label: labelOf(id), count: found[id] ?? 0 })),
      chosen: chosen(name),
    }
  }
  function named(name: FacetName, labelOf: (id: string) => string): FacetChoice {
    const ids = [...new Set([...Object.keys(counts[name]), ...chosen(name)])]
    return choice(
      name,
      ids.sort((one, other) => compare(labelOf(one), labelOf(other))),
      labelOf,
    )
  }

  const many = [
    choice('side', ['need', 'offer'], (id) => t(`sides.${id}`)),
    choice('kind', listingKindIds, (id) => v(`listingKind.${id}`)),
    named('country', (id) => countryName(id, i18n.language)),
    choice('ecosystem', ecosystemIds, (id) => v(`ecosystem.${id}`)),
    choice('cooperationType', cooperationTypeIds, (id) => v(`cooperationType.${id}`)),
    choice('partnerType', partnerTypeIds, (id) => v(`partnerType.${id}`)),
    choice('roleTag', roleTagIds, (id) => v(`roleTag.${id}`)),
    named('language', (id) => languageName(id, i18n.language)),
  ]
  const trl = query.trl === undefined ? [] : [String(query.trl)]
  const single: FacetChoice = {
    name: 'trl',
    label: t('facet.trl'),
    options: levels.map((value) => ({ value, label: `${v(`trl.${value}`)}: ${v(`trlDescription.${value}`)}` })),
    chosen: trl,
  }
  const target: FacetChoice = {
    name: 'targetCountry',
    label: t('facet.targetCountry'),
    options: chosen('targetCountry').map((value) => ({ value, label: countryName(value, i18n.language) })),
    chosen: chosen('targetCountry'),
  }
  const [after, before] = [text('deadlineAfter'), text('deadlineBefore')]
  return {
    facets: [
      ...facetsOf(many.filter(({ options }) => options.length > 0)),
      ...facetsOf([single]).map((facet) => ({ ...facet, choose: 'one' as const })),
      {
        name: 'deadline',
        label: t('facet.deadline'),
        active: after !== undefined || before !== undefined,
        content: (
          <div className="grid gap-3 p-1">
            <DateInput
              key={`after ${after}`}
              name="deadlineAfter"
              label={t('facet.deadlineAfter')}
              defaultValue={after?.slice(0, 10)}
            />
            <DateInput
              key={`before ${before}`}
              name="deadlineBefore"
              label={t('facet.deadlineBefore')}
              defaultValue={before?.slice(0, 10)}
            />
          </div>
        ),
      },
    ],
    active: [
      ...activeFilters([...many, single, target], links),
      ...(after
        ? [
            {
              label: t('facet.closingAfter', { date: dayIn(i18n.language, after) }),
              removeHref: links.set('deadlineAfter', null),
            },
          ]
        : []),
      ...(before
        ? [
            {
              label: t('facet.closingBefore', { date: dayIn(i18n.language, before) }),
              removeHref: links.set('deadlineBefore', null),
            },
          ]
        : []),
      ...(text('organisation')
        ? [
            {
              label: t('facet.postedBy', { name: organisation ?? t('facet.oneOrganisation') }),
              removeHref: links.set('organisation', null),
            },
          ]
        : []),
    ],
  }
}
