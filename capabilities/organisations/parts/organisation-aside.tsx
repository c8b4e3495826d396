import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#ui/description-list.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import { languageName } from '../../vocabularies/languages.ts'
import type { OrganisationView } from '../schema.ts'

/** What is known of an organisation, fact by fact. */
export function OrganisationAside({ organisation }: { organisation: OrganisationView }) {
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const number = new Intl.NumberFormat(i18n.language)
  const euros = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const { displayName, legalName, website, contactEmail, charterFrom, charterUntil, smeEvidence, ror } = organisation
  const day = (value: string) => date.format(new Date(`${value}T12:00:00Z`))
  return (
    <DescriptionList
      facts={[
        { term: t('field.organisationType'), value: v(`organisationType.${organisation.organisationType}`) },
        { term: t('field.legalName'), value: legalName !== displayName && legalName },
        { term: t('field.otherNames'), value: organisation.otherNames.join(', ') },
        { term: t('field.size'), value: organisation.size && v(`size.${organisation.size}`) },
        { term: t('field.staff'), value: organisation.staff !== null && number.format(organisation.staff) },
        { term: t('field.foundedYear'), value: organisation.foundedYear },
        { term: t('field.nuts'), value: organisation.nuts },
        { term: t('field.address'), value: organisation.address },
        {
          term: t('field.website'),
          value: website && (
            <a href={website} rel="noopener nofollow">
              {new URL(website).hostname}
            </a>
          ),
        },
        {
          term: t('field.contactEmail'),
          value: contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
        },
        {
          term: t('field.languages'),
          value: organisation.languages.map((code) => languageName(code, i18n.language)).join(', '),
        },
        {
          term: t('field.targetCountries'),
          value: organisation.targetCountries.map((code) => countryName(code, i18n.language)).join(', '),
        },
        { term: t('field.pic'), value: organisation.pic },
        { term: t('field.oid'), value: organisation.oid },
        { term: t('field.erasmusCode'), value: organisation.erasmusCode },
        {
          term: t('show.charter'),
          value:
            charterFrom &&
            (charterUntil
              ? t('show.charterSpan', { from: day(charterFrom), until: day(charterUntil) })
              : t('show.charterFrom', { from: day(charterFrom) })),
        },
        {
          term: t('field.ror'),
          value: ror && (
            <a href={`https://ror.org/${ror}`} rel="noopener nofollow">
              {ror}
            </a>
          ),
        },
        { term: t('field.vat'), value: organisation.vat },
        {
          term: t('show.sme'),
          value: smeEvidence && (
            <>
              <div>{t('show.smeStaff', { count: smeEvidence.staff, year: smeEvidence.year })}</div>
              {smeEvidence.turnover !== null && (
                <div>{t('show.smeTurnover', { amount: euros.format(smeEvidence.turnover) })}</div>
              )}
              {smeEvidence.balanceSheet !== null && (
                <div>{t('show.smeBalance', { amount: euros.format(smeEvidence.balanceSheet) })}</div>
              )}
              {smeEvidence.note && (
                <div className="text-ink-soft" lang={organisation.language}>
                  {smeEvidence.note}
                </div>
              )}
            </>
          ),
        },
        {
          term: t('show.confirmed'),
          value: organisation.lastConfirmedAt
            ? date.format(new Date(organisation.lastConfirmedAt))
            : t('show.neverConfirmed'),
        },
      ]}
    />
  )
}
