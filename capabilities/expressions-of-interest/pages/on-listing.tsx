import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'
import { findListing } from '../../listings/parts/find-listing.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { ReplyRecordLine } from '../parts/reply-record.tsx'
import { StageBadge } from '../parts/stage-badge.tsx'
import { openStages } from '../schema.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const eoi = api.expressionsOfInterest
  return load(request, async () => {
    const { id, reference, side, status, organisation, can } = await findListing(api, params.reference)
    const own = can.history && reader?.organisations.some((one) => one.id === organisation?.id)
    const [promise, record, received, waiting, sent] = await Promise.all([
      eoi.promise({}),
      organisation ? eoi.replyRecord({ organisation: organisation.id }) : null,
      own ? eoi.list({ listing: id, box: 'in', perPage: 1 }) : null,
      own ? eoi.list({ listing: id, box: 'in', awaitingReply: true, perPage: 1 }) : null,
      reader && !own ? eoi.list({ listing: id, box: 'out', perPage: 5 }) : null,
    ])
    // An organisation of the reader's that is still in conversation here goes on there.
    const open = (sent?.rows ?? []).filter(({ stage }) => openStages.some((one) => one === stage)).length
    return {
      ...{ id, reference, side, promise, record },
      takesAnswers: status === 'published' && (open === 0 || open < (reader?.organisations.length ?? 0)),
      own: received && waiting && { total: received.total, waiting: waiting.total },
      sent: (sent?.rows ?? []).map(({ id: thread, stage, sentAt, from }) => ({
        ...{ id: thread, stage, sentAt },
        from: from.organisation?.displayName,
      })),
    }
  })
}

/** On the page of a need or an offer: what became of one's interest in it, or how to express it and what to expect. */
export default function InterestOnListing() {
  const { id, reference, side, promise, record, takesAnswers, own, sent } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('expressions-of-interest')
  return (
    <>
      {own ? (
        <Section title={t('onListing.own')}>
          {own.total === 0 ? (
            <p className="text-ink-soft">{t('onListing.ownNone')}</p>
          ) : (
            <Stats>
              <Stat
                value={own.total}
                label={t('onListing.received', { count: own.total })}
                to={`/inbox?listing=${id}`}
              />
              <Stat
                value={own.waiting}
                label={t('onListing.waiting', { count: own.waiting })}
                to={`/inbox?listing=${id}&awaitingReply=true`}
              />
            </Stats>
          )}
        </Section>
      ) : (
        (takesAnswers || sent.length > 0) && (
          <Section title={t(`onListing.title.${side}`)} id="interest">
            {sent.map((one) => (
              <p key={one.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link to={`/inbox/${one.id}`}>
                  {t('onListing.sent', { name: one.from, date: dayIn(i18n.language, one.sentAt) })}
                </Link>
                <StageBadge stage={one.stage} />
              </p>
            ))}
            {takesAnswers && (
              <>
                <p className="max-w-prose">
                  {t('onListing.promise', { count: promise.days, date: dayIn(i18n.language, promise.dueAt) })}
                </p>
                {record && <ReplyRecordLine record={record} />}
                <p className="e-button-group">
                  <LinkButton icon="handshake" to={`/listings/${reference}/interest`}>
                    {t('onListing.do')}
                  </LinkButton>
                </p>
              </>
            )}
          </Section>
        )
      )}
      <Outlet />
    </>
  )
}
