import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Badge, Status } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DeadlineClock } from '../../listings/parts/deadline-clock.tsx'
import { OwnerLine } from '../../listings/parts/listing-owner.tsx'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import type { MatchRow } from '../schema.ts'
import { ConditionList } from './condition-list.tsx'
import { MarkButtons } from './mark-buttons.tsx'
import { ReasonList } from './reason-list.tsx'
import { MatchStrength } from './score-parts.tsx'
import { withoutUndo } from './undo-notice.tsx'

interface Props {
  match: MatchRow
  /** The instant of the answer. */
  now: string
  /** Say which of one's own needs and offers it fits. */
  naming?: boolean | undefined
  /** What one's own text is written in, where it is a profile. */
  ownLanguage?: string | undefined
  level?: 2 | 3 | undefined
}

/** Concepts told before one asks for all. */
const TOLD = 3

/** A match: what was found, how well it fits and why, and what can be done about it. */
export function MatchEntry({ match, now, naming, ownLanguage = 'en', level = 2 }: Props) {
  const { t, i18n } = useTranslation('matches')
  const { t: v } = useTranslation('vocabularies')
  const { pathname, search } = useLocation()
  const { own, organisation, listing, mark, reasons, foundAt, newcomer } = match
  const { title, summary, language, side, kind, reference, deadline, visibility } = listing
  const languages = { own: own?.language ?? ownLanguage, theirs: language }
  const interest = `/listings/${reference}/interest${own ? `?ownListing=${own.id}` : ''}`
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <div className="grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,27rem)]">
      <Card
        to={`/listings/${reference}`}
        title={<span lang={language}>{title}</span>}
        level={level}
        kicker={
          <>
            <SideBadge side={side} />
            <span>{v(`listingKind.${kind}`)}</span>
            {deadline && <DeadlineClock deadline={deadline} now={now} />}
            {visibility === 'match-only' && <Status icon="eyeOff">{t('entry.matchOnly')}</Status>}
            {mark === 'saved' && (
              <Status tone="success" icon="bookmark">
                {t('entry.saved')}
              </Status>
            )}
            {newcomer && <Badge>{t('entry.newcomer')}</Badge>}
          </>
        }
        foot={
          <>
            <OwnerLine listing={listing} />
            {foundAt && <span>{t('entry.foundAt', { date: day.format(new Date(foundAt)) })}</span>}
            <div className="flex basis-full flex-wrap items-center gap-2 pt-1">
              {listing.can.answer && mark !== 'dismissed' && (
                <LinkButton size="small" icon="handshake" to={interest}>
                  {t('entry.write')}
                </LinkButton>
              )}
              <MarkButtons
                pair={{ organisation, listing: own?.id ?? null, candidate: listing.id }}
                mark={mark}
                to={withoutUndo(pathname + search)}
                title={title}
              />
            </div>
          </>
        }
      >
        {naming && (
          <p className="mb-1 text-sm text-ink-soft">
            {own ? (
              <>
                {t(`entry.fits.${own.side}`)}{' '}
                <Link to={`/listings/${own.reference}/matches`} lang={own.language}>
                  {own.title}
                </Link>
              </>
            ) : (
              t('entry.fitsProfile')
            )}
          </p>
        )}
        {summary && (
          <p className="line-clamp-3" lang={language}>
            {summary}
          </p>
        )}
      </Card>
      {reasons && (
        <div className="grid content-start gap-3 border-rule pb-5 text-sm lg:border-t lg:py-5 lg:ps-8">
          <MatchStrength reasons={reasons} compact />
          <ReasonList reasons={reasons} languages={languages} most={TOLD} />
          <Disclosure summary={t('entry.more')}>
            <div className="grid gap-4">
              <MatchStrength reasons={reasons} />
              <ReasonList reasons={reasons} languages={languages} />
              <ConditionList conditions={reasons.conditions} sides={{ own: own?.side ?? 'profile', theirs: side }} />
            </div>
          </Disclosure>
        </div>
      )}
    </div>
  )
}
