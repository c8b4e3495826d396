import { useTranslation } from 'react-i18next'
import { Tags } from '#ui/badge.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Section } from '#ui/section.tsx'
import { languageName } from '../../vocabularies/languages.ts'
import type { ListingView } from '../schema.ts'
import { dayIn } from './listing-day.tsx'
import { euros, useShownValue } from './shown-value.tsx'

const texts = ['description', 'expertiseSought', 'partnerRole', 'advantages'] as const

/** What a listing says in whole sentences, and its keywords. */
export function ListingTexts({ listing }: { listing: ListingView }) {
  const { t } = useTranslation('listings')
  const { language, keywords } = listing
  return (
    <>
      {texts.map(
        (field) =>
          listing[field] && (
            <Section key={field} title={t(`show.${field}`)}>
              <p className="max-w-prose whitespace-pre-line" lang={language}>
                {listing[field]}
              </p>
            </Section>
          ),
      )}
      {keywords.length > 0 && (
        <Section title={t('field.keywords')}>
          <Tags items={keywords.map((label) => ({ label, to: `/discover?q=${encodeURIComponent(label)}` }))} />
        </Section>
      )}
    </>
  )
}

/** What a listing says in single facts. */
export function ListingFactList({ listing }: { listing: ListingView }) {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const shown = useShownValue()
  const { trlMin, trlMax, budget, durationMonths, publishedAt, expiresAt, status } = listing
  const levels = [trlMin, trlMax].filter((level) => level !== null).map((level) => v(`trl.${level}`))
  const listed = (
    field:
      | 'cooperationTypes'
      | 'partnerTypes'
      | 'partnerSizes'
      | 'targetCountries'
      | 'languages'
      | 'ecosystems'
      | 'iprStatus'
      | 'sdgs',
  ) => listing[field].length > 0 && shown(field, listing[field])
  const date = (instant: string | null) => instant && dayIn(i18n.language, instant)
  return (
    <DescriptionList
      facts={[
        { term: t('field.reference'), value: listing.reference },
        { term: t('field.cooperationTypes'), value: listed('cooperationTypes') },
        { term: t('field.partnerTypes'), value: listed('partnerTypes') },
        { term: t('field.partnerSizes'), value: listed('partnerSizes') },
        { term: t('field.targetCountries'), value: listed('targetCountries') },
        { term: t('field.languages'), value: listed('languages') },
        { term: t('field.ecosystems'), value: listed('ecosystems') },
        { term: t('field.stage'), value: listing.stage && shown('stage', listing.stage) },
        { term: t('show.trl'), value: [...new Set(levels)].join(' – ') },
        { term: t('field.iprStatus'), value: listed('iprStatus') },
        {
          term: t('field.iprNotes'),
          value: listing.iprNotes && <span lang={listing.language}>{listing.iprNotes}</span>,
        },
        { term: t('field.budget'), value: budget !== null && euros(i18n.language, budget) },
        { term: t('field.durationMonths'), value: durationMonths && t('show.months', { count: durationMonths }) },
        { term: t('field.acronym'), value: listing.acronym },
        { term: t('field.programme'), value: listing.programme },
        { term: t('field.callIdentifier'), value: listing.callIdentifier },
        { term: t('field.callDeadline'), value: date(listing.callDeadline) },
        { term: t('field.eoiDeadline'), value: date(listing.eoiDeadline) },
        { term: t('field.coordinatorRequired'), value: listing.coordinatorRequired && t('form.yes') },
        { term: t('field.sdgs'), value: listed('sdgs') },
        { term: t('field.language'), value: languageName(listing.language, i18n.language) },
        { term: t('show.published'), value: date(publishedAt) },
        { term: t('show.expires'), value: (status === 'published' || status === 'paused') && date(expiresAt) },
      ]}
    />
  )
}
