import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Avatar } from '#ui/avatar.tsx'
import { Icon } from '#ui/icon.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { ListingCard } from '../schema.ts'

/** Countries whose English name takes an article. */
const withArticle: readonly string[] = ['NL', 'GB', 'FO', 'IM', 'US', 'AE']

type Owner = Pick<ListingCard, 'owner' | 'organisation'>

/** Who posts a listing, as a function of it: the name, or as much as may be known of an owner who stays unnamed. */
export function useOwnerName(): (listing: Owner) => string {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  return ({ owner, organisation }) => {
    if (organisation) return organisation.displayName
    const country = countryName(owner.country, i18n.language)
    const where = t(withArticle.includes(owner.country) ? 'owner.anonymousThe' : 'owner.anonymous', { country })
    const [role] = owner.roleTags
    const what =
      owner.organisationType === 'PRC' && owner.size
        ? t(`owner.company.${owner.size}`)
        : role
          ? v(`roleTag.${role}`)
          : v(`organisationType.${owner.organisationType}`)
    return `${where} · ${what}`
  }
}

/** One line of a card: who posts it and from where. */
export function OwnerLine({ listing }: { listing: Owner }) {
  const { i18n } = useTranslation('listings')
  const nameOf = useOwnerName()
  const { organisation, owner } = listing
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Icon name={organisation ? 'building' : 'eyeOff'} />
      {organisation ? (
        <>
          <Link to={`/organisations/${organisation.slug}`}>{organisation.displayName}</Link>
          <span>{[organisation.city, countryName(owner.country, i18n.language)].filter(Boolean).join(', ')}</span>
        </>
      ) : (
        nameOf(listing)
      )}
    </span>
  )
}

/** The owner on the page of a listing, named or not. */
export function OwnerCard({ listing }: { listing: Owner }) {
  const { t, i18n } = useTranslation('listings')
  const nameOf = useOwnerName()
  const { organisation, owner } = listing
  if (!organisation)
    return (
      <div className="grid gap-1 border-s-4 border-edge bg-sunken p-4">
        <span className="inline-flex items-center gap-2 font-semibold">
          <Icon name="eyeOff" />
          {t('owner.hidden')}
        </span>
        <span>{nameOf(listing)}</span>
        <span className="text-sm text-ink-soft">{t('owner.hiddenText')}</span>
      </div>
    )
  return (
    <div className="flex items-center gap-3">
      <Avatar name={organisation.displayName} kind="organisation" size={3} />
      <div className="grid min-w-0">
        <Link to={`/organisations/${organisation.slug}`} className="font-semibold">
          {organisation.displayName}
        </Link>
        <span className="text-sm text-ink-soft">
          {[organisation.city, countryName(owner.country, i18n.language)].filter(Boolean).join(', ')}
        </span>
        {organisation.standing === 'verified' && (
          <span className="inline-flex items-center gap-1 text-sm text-success">
            <Icon name="check" />
            {t('owner.verified')}
          </span>
        )}
        {organisation.demonstration && <span className="text-sm text-ink-soft">{t('owner.demonstration')}</span>}
      </div>
    </div>
  )
}
