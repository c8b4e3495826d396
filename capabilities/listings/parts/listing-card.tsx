import { useTranslation } from 'react-i18next'
import { Status, Tags } from '#ui/badge.tsx'
import { Card } from '#ui/card.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { ListingCard as Listing } from '../schema.ts'
import { DeadlineClock } from './deadline-clock.tsx'
import { OwnerLine } from './listing-owner.tsx'
import { SideBadge } from './side-badge.tsx'

/** More countries than these would hide what else the card says. */
const COUNTRIES = 3

interface Props {
  listing: Listing
  /** The instant of the answer; without it, a deadline is told by its date alone. */
  now?: string | undefined
  level?: 2 | 3 | undefined
  /** Leave out who posts it, on that organisation's own page. */
  ownerless?: boolean | undefined
}

/** A need or an offer as one entry of a list. */
export function ListingCard({ listing, now, level = 2, ownerless }: Props) {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const { reference, side, kind, title, summary, language, keywords, deadline, visibility, targetCountries } = listing
  return (
    <Card
      to={`/listings/${reference}`}
      title={<span lang={language}>{title}</span>}
      level={level}
      kicker={
        <>
          <SideBadge side={side} />
          <span>{v(`listingKind.${kind}`)}</span>
          {deadline && <DeadlineClock deadline={deadline} now={now} />}
          {visibility === 'members' && <Status icon="users">{t('visibility.members.short')}</Status>}
        </>
      }
      foot={
        <>
          {!ownerless && <OwnerLine listing={listing} />}
          {targetCountries.length > 0 && (
            <span>
              {t('card.partnersFrom', {
                list: targetCountries
                  .slice(0, COUNTRIES)
                  .map((code) => countryName(code, i18n.language))
                  .join(', '),
              })}
              {targetCountries.length > COUNTRIES && ' …'}
            </span>
          )}
          <Tags items={keywords.slice(0, 5).map((label) => ({ label }))} />
        </>
      }
    >
      {summary && (
        <p className="line-clamp-3" lang={language}>
          {summary}
        </p>
      )}
    </Card>
  )
}
