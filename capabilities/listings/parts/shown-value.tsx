import { useTranslation } from 'react-i18next'
import { countryName } from '../../vocabularies/countries.ts'
import { languageName } from '../../vocabularies/languages.ts'
import { dayIn } from './listing-day.tsx'

const labels: Readonly<Record<string, string>> = {
  kind: 'listingKind',
  stage: 'developmentStage',
  iprStatus: 'iprStatus',
  partnerTypes: 'partnerType',
  partnerSizes: 'size',
  cooperationTypes: 'cooperationType',
  ecosystems: 'ecosystem',
  sdgs: 'sdg',
  trlMin: 'trl',
  trlMax: 'trl',
}

/** What a field of a listing holds, in the reader's words, as a function of both. */
export function useShownValue(): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const one = (field: string, value: unknown): string => {
    const vocabulary = labels[field]
    if (vocabulary) return v(`${vocabulary}.${value}`)
    if (field === 'visibility') return t(`visibility.${String(value)}.label`)
    if (field === 'targetCountries') return countryName(String(value), i18n.language)
    if (field === 'languages' || field === 'language') return languageName(String(value), i18n.language)
    if (field.toLowerCase().endsWith('deadline')) return dayIn(i18n.language, String(value))
    if (field === 'budget') return euros(i18n.language, Number(value))
    if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no')
    return String(value)
  }
  return (field, value) => {
    const nothing =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (nothing) return t('form.unsaid')
    return Array.isArray(value) ? value.map((each) => one(field, each)).join(', ') : one(field, value)
  }
}

/** Whole euros, `€12,000`. */
export function euros(locale: string, amount: number): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount)
}
