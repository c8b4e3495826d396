import { useTranslation } from 'react-i18next'
import { Tags } from '#ui/badge.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import { languageName } from '../../vocabularies/languages.ts'
import type { SavedQuery } from '../schema.ts'

/** What a saved search looks for, in words. */
export function SearchFilters({ query }: { query: SavedQuery }) {
  const { t, i18n } = useTranslation('matches')
  const { t: v } = useTranslation('vocabularies')
  const named: { [Name in keyof SavedQuery]?: (value: string) => string } = {
    q: (value) => t('filters.words', { words: value }),
    side: (value) => t(`sides.${value}`),
    kind: (value) => v(`listingKind.${value}`),
    country: (value) => countryName(value, i18n.language),
    targetCountry: (value) => t('filters.targetCountry', { country: countryName(value, i18n.language) }),
    ecosystem: (value) => v(`ecosystem.${value}`),
    language: (value) => languageName(value, i18n.language),
    cooperationType: (value) => v(`cooperationType.${value}`),
    partnerType: (value) => v(`partnerType.${value}`),
    roleTag: (value) => v(`roleTag.${value}`),
    trl: (value) => t('filters.trl', { level: value }),
    deadlineAfter: (value) => t('filters.deadlineAfter', { date: dayIn(i18n.language, value) }),
    deadlineBefore: (value) => t('filters.deadlineBefore', { date: dayIn(i18n.language, value) }),
    organisation: () => t('filters.organisation'),
    near: () => t('filters.near'),
  }
  const items = (Object.keys(named) as (keyof SavedQuery)[]).flatMap((name) => {
    const value = query[name]
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
    return values.map((each) => ({ label: named[name]?.(String(each)) ?? String(each) }))
  })
  return items.length > 0 ? (
    <Tags items={items} label={t('filters.label')} />
  ) : (
    <span className="text-ink-soft">{t('filters.none')}</span>
  )
}
