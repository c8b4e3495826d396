import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { LinkButton } from '#ui/button.tsx'
import type { ownListingCard } from '../schema.ts'
import { daysUntil } from './listing-day.tsx'
import { DeedButton } from './listing-deeds.tsx'

type OwnListing = z.infer<typeof ownListingCard>

/** How long before its end a listing is worth renewing. */
const SOON = 30

/** The one thing to do next about one's own listing. */
export function NextStep({ listing, now }: { listing: OwnListing; now: string }) {
  const { t } = useTranslation('listings')
  const { status, reference, can, expiresAt, reviewReason } = listing
  const here = `/listings/${reference}`
  if (status === 'draft' && can.edit)
    return (
      <LinkButton size="small" to={`${here}/edit`}>
        {t('next.finish')}
      </LinkButton>
    )
  if (status === 'returned' && can.edit)
    return (
      <span className="grid justify-items-start gap-1">
        {reviewReason && <span>{reviewReason}</span>}
        <LinkButton size="small" to={`${here}/edit`}>
          {t('next.change')}
        </LinkButton>
      </span>
    )
  if (status === 'review') return <span className="text-ink-soft">{t('next.wait')}</span>
  if (status === 'paused' && can.resume) return <DeedButton reference={reference} deed="resume" small />
  if (status === 'expired' && can.fulfil)
    return (
      <LinkButton size="small" to={`${here}/close`}>
        {t('next.tell')}
      </LinkButton>
    )
  if (status === 'published' && can.renew && expiresAt && daysUntil(expiresAt, now) <= SOON)
    return <DeedButton reference={reference} deed="renew" small />
  if (status === 'published' && can.edit && listing.summary === '')
    return (
      <LinkButton size="small" to={`${here}/edit`}>
        {t('next.sayMore')}
      </LinkButton>
    )
  if ((status === 'fulfilled' || status === 'withdrawn') && can.duplicate)
    return <DeedButton reference={reference} deed="duplicate" small />
  if (status === 'published') return <span className="text-ink-soft">{t('next.nothing')}</span>
  return (
    <LinkButton size="small" kind="quiet" to={here}>
      {t('next.open')}
    </LinkButton>
  )
}
