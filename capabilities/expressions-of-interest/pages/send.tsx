import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { type Reader, requestOf } from '#web/request.ts'
import { findListing } from '../../listings/parts/find-listing.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { OwnerCard } from '../../listings/parts/listing-owner.tsx'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import type { ListingView } from '../../listings/schema.ts'
import { InterestForm } from '../parts/interest-form.tsx'
import { type Hindrance, NotYet } from '../parts/not-yet.tsx'
import { ReplyRecordLine } from '../parts/reply-record.tsx'
import { openStages } from '../schema.ts'

function hindranceOf(reader: Reader, { can, status }: ListingView): Hindrance | null {
  if (status !== 'published') return 'closed'
  if (can.answer) return null
  if (reader.organisations.length === 0) return 'noOrganisation'
  return reader.emailVerified ? 'own' : 'unconfirmed'
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname)}`)
  return load(request, async () => {
    const listing = await findListing(api, params.reference)
    const [mine, own, sent, promise, record] = await Promise.all([
      api.organisations.mine({}),
      api.listings.mine({
        side: [listing.side === 'need' ? 'offer' : 'need'],
        status: ['published', 'paused'],
        sort: 'title',
        perPage: 100,
      }),
      api.expressionsOfInterest.list({ listing: listing.id, box: 'out', stage: [...openStages], perPage: 100 }),
      api.expressionsOfInterest.promise({}),
      listing.organisation ? api.expressionsOfInterest.replyRecord({ organisation: listing.organisation.id }) : null,
    ])
    const open = sent.rows.map(({ id, from }) => ({ id, organisation: from.organisation }))
    const organisations = mine.memberships.filter(
      ({ id }) => id !== listing.organisation?.id && !open.some(({ organisation }) => organisation?.id === id),
    )
    return { listing, organisations, own: own.rows, open, promise, record, hindrance: hindranceOf(reader, listing) }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const { id: listing } = await findListing(api, params.reference)
    const { id } = await api.expressionsOfInterest.send({
      listing,
      // An empty choice is for the API to refuse.
      organisation: string('organisation'),
      seeks: string('seeks'),
      brings: string('brings'),
      unclear: string('unclear'),
      ownListing: text('ownListing'),
    })
    return redirectSaying(`/inbox/${id}`, 'expressions-of-interest:done.sent')
  })
}

/** Where an organisation says that it is interested in a need or an offer. */
export default function ExpressInterest() {
  const { listing, organisations, own, open, promise, record, hindrance } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('expressions-of-interest')
  const refused = useActionData<Refused>()
  const { title, language, reference, side } = listing
  const due = dayIn(i18n.language, promise.dueAt)
  return (
    <Page>
      <Head title={t('send.title', { title })} hidden />
      <PageHeader
        breadcrumbs={[
          { label: t('send.discover'), to: '/discover' },
          { label: reference, to: `/listings/${reference}` },
        ]}
        kicker={<SideBadge side={side} />}
        title={t(`send.heading.${side}`)}
        lead={<span lang={language}>{title}</span>}
      />
      <WithAside
        aside={
          <>
            <Notice title={t('promise.title', { count: promise.days })}>{t('promise.text', { date: due })}</Notice>
            <OwnerCard listing={listing} />
            {record && <ReplyRecordLine record={record} />}
          </>
        }
      >
        {open.map(({ id, organisation }) => (
          <Notice
            key={id}
            title={t('send.already', { organisation: organisation?.displayName })}
            actions={<LinkButton to={`/inbox/${id}`}>{t('send.toThread')}</LinkButton>}
          >
            {t('send.alreadyText')}
          </Notice>
        ))}
        {hindrance ? (
          <NotYet why={hindrance} />
        ) : (
          organisations.length > 0 && (
            <InterestForm
              listing={listing}
              organisations={organisations}
              ownListings={own}
              due={due}
              refused={refused}
            />
          )
        )}
      </WithAside>
    </Page>
  )
}
