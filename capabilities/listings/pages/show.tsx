import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useOutlet,
} from 'react-router'
import { Badge, Status } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { AttachmentList } from '../parts/attachments.tsx'
import { DeadlineClock } from '../parts/deadline-clock.tsx'
import { findListing } from '../parts/find-listing.tsx'
import type { Deed } from '../parts/listing-deeds.tsx'
import { ListingDeeds } from '../parts/listing-deeds.tsx'
import { ListingFactList, ListingTexts } from '../parts/listing-details.tsx'
import { listingFacts } from '../parts/listing-jsonld.tsx'
import { OwnerCard, useOwnerName } from '../parts/listing-owner.tsx'
import { ReviewForms, reasonName } from '../parts/review-forms.tsx'
import { SideBadge } from '../parts/side-badge.tsx'
import { StandingNotice } from '../parts/standing-notice.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, origin } = requestOf(context)
  const listing = await load(request, () => findListing(api, params.reference))
  if (request.method === 'GET' && params.reference !== listing.reference)
    throw redirect(`/listings/${listing.reference}`)
  return { listing, origin, now: new Date().toISOString() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const { id, reference } = await findListing(api, params.reference)
    const here = `/listings/${reference}`
    switch (text('intent') as Deed | null) {
      case 'publish': {
        const { status } = await api.listings.publish({ id })
        return redirectSaying(here, status === 'review' ? 'listings:done.submitted' : 'listings:done.published')
      }
      case 'pause':
        await api.listings.pause({ id })
        return redirectSaying(here, 'listings:done.paused')
      case 'resume':
        await api.listings.resume({ id })
        return redirectSaying(here, 'listings:done.resumed')
      case 'renew':
        await api.listings.renew({ id })
        return redirectSaying(here, 'listings:done.renewed')
      case 'withdraw':
        await api.listings.withdraw({ id })
        return redirectSaying(here, 'listings:done.withdrawn')
      case 'duplicate': {
        const copy = await api.listings.duplicate({ id })
        return redirectSaying(`/listings/${copy.reference}/edit`, 'listings:done.duplicated')
      }
      case 'approve':
        await api.listings.review.approve({ id })
        return redirectSaying('/review', 'listings:done.approved')
      case 'return':
        await api.listings.review.return({ id, reason: string('reason') })
        return redirectSaying('/review', 'listings:done.returned')
      default:
        return redirect(here)
    }
  })
}

export default function ShowListing() {
  const { listing, origin, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const refused = useActionData<Refused>()
  const nameOf = useOwnerName()
  const outlet = useOutlet()
  const { title, summary, language, side, kind, reference, status, deadline, visibility, can } = listing
  const here = `/listings/${reference}`
  const publicly = status === 'published' && (visibility === 'public' || visibility === 'anonymous')
  const { reason } = refused?.problem.errors ?? {}
  const errors = reason ? { [reasonName(listing.id)]: reason } : refused && { '': refused.problem.message }
  const leaks = refused?.problem.details?.findings !== undefined
  return (
    <Page>
      <Head
        title={title}
        description={summary || `${t(`side.${side}`)}: ${nameOf(listing)}`}
        facts={publicly ? listingFacts(listing, origin) : undefined}
        hidden={!publicly}
      />
      <PageHeader
        breadcrumbs={[{ label: t('discover.title'), to: '/discover' }]}
        title={<span lang={language}>{title}</span>}
        lead={summary && <span lang={language}>{summary}</span>}
        kicker={
          <>
            <SideBadge side={side} />
            <span>{v(`listingKind.${kind}`)}</span>
            {deadline && <DeadlineClock deadline={deadline} now={now} />}
            {status !== 'published' && <Badge>{t(`status.${status}`)}</Badge>}
            {visibility === 'members' && <Status icon="users">{t('visibility.members.short')}</Status>}
          </>
        }
        actions={
          <>
            {status === 'published' && !can.history && (
              <LinkButton kind="primary" icon="handshake" to={`${here}/interest`}>
                {t('show.interest')}
              </LinkButton>
            )}
            {status === 'published' && can.edit && can.history && (
              <LinkButton icon="spark" to={`${here}/matches`}>
                {t('show.matches')}
              </LinkButton>
            )}
            <ListingDeeds listing={listing} />
          </>
        }
      />
      <ErrorSummary errors={errors} />
      {(leaks || refused?.problem.errors.deadline) && can.edit && (
        <p>
          <LinkButton kind="primary" icon="edit" to={`${here}/edit`}>
            {t('show.toEdit')}
          </LinkButton>
        </p>
      )}
      {!can.review && <StandingNotice listing={listing} />}
      {can.review && (
        <Section title={t('review.title')} lead={t('review.decide')}>
          {listing.reviewReason && (
            <Notice title={t('review.before')}>
              <blockquote>{listing.reviewReason}</blockquote>
            </Notice>
          )}
          <ReviewForms listing={listing} refused={refused} alone />
        </Section>
      )}
      <WithAside
        aside={
          <>
            <OwnerCard listing={listing} />
            <ListingFactList listing={listing} />
            <CopyField label={t('show.share')} value={`${origin}${here}`} />
            {!can.history && (
              <p className="text-sm">
                <Link to={`${here}/report`} className="inline-flex items-center gap-2" rel="nofollow">
                  <Icon name="flag" />
                  {t(`report.title.${side}`)}
                </Link>
              </p>
            )}
          </>
        }
      >
        <ListingTexts listing={listing} />
        {!listing.description && !listing.expertiseSought && !listing.partnerRole && (
          <p className="text-ink-soft">
            {can.edit ? (
              <>
                {t('show.briefOwn')} <Link to={`${here}/edit`}>{t('next.sayMore')}</Link>
              </>
            ) : (
              t('show.brief')
            )}
          </p>
        )}
        {listing.attachments.length > 0 && (
          <Section title={t('files.title')}>
            <AttachmentList listing={listing} />
          </Section>
        )}
        {outlet}
      </WithAside>
    </Page>
  )
}
