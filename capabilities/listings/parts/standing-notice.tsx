import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Notice, type NoticeTone } from '#ui/notice.tsx'
import type { ListingStatus, ListingView } from '../schema.ts'

const tones: Partial<Record<ListingStatus, NoticeTone>> = {
  returned: 'danger',
  expired: 'warning',
  paused: 'warning',
  fulfilled: 'success',
}

/** How a listing stands, where it is not simply there for all to see, and what its owner can do about it. */
export function StandingNotice({ listing }: { listing: ListingView }) {
  const { t } = useTranslation('listings')
  const { status, can, reference, reviewReason, outcome, visibility } = listing
  if (status === 'published') {
    if (!can.history || visibility === 'public') return null
    return <Notice title={t(`visibility.${visibility}.label`)}>{t(`visibility.${visibility}.hint`)}</Notice>
  }
  const own = can.history
  const here = `/listings/${reference}`
  return (
    <Notice
      tone={tones[status] ?? 'info'}
      title={t(`standing.${status}.title`)}
      actions={
        status === 'returned' &&
        can.edit && (
          <LinkButton icon="edit" to={`${here}/edit`}>
            {t('show.edit')}
          </LinkButton>
        )
      }
    >
      {own ? t(`standing.${status}.own`) : t(`standing.${status}.others`)}
      {reviewReason && <blockquote className="mt-2 border-s-4 border-edge ps-3">{reviewReason}</blockquote>}
      {own && outcome && <p className="mt-1">{t(`outcome.${outcome}.label`)}</p>}
    </Notice>
  )
}
