import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { ListingForm } from '../parts/listing-form.tsx'
import { listingFrom } from '../parts/listing-values.tsx'
import type { ListingDraft } from '../schema.ts'

function sideOf(request: Request) {
  return new URL(request.url).searchParams.get('side') === 'offer' ? ('offer' as const) : ('need' as const)
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search, searchParams } = new URL(request.url)
  const here = pathname + search
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(here)}`)
  const found = await load(request, () =>
    Promise.all(reader.organisations.map(({ id }) => api.organisations.get({ id }))),
  )
  return {
    side: sideOf(request),
    here,
    organisation: searchParams.get('organisation') ?? undefined,
    organisations: found.filter(({ can }) => can.post).map(({ id, displayName }) => ({ id, displayName })),
    unconfirmed: !reader.emailVerified,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, list } = fieldsOf(form)
  return attempt(form, async () => {
    const entered = listingFrom(form)
    const draft = text('draft')
    // What could not be published is kept as a draft all the same: sent again, the form changes that one.
    const kept = draft
      ? await api.listings.change({ id: draft, version: Number(text('version')), change: entered })
      : await api.listings.create({
          ...entered,
          side: sideOf(request),
          organisation: text('organisation') ?? '',
        } as ListingDraft)
    form.set('draft', kept.id)
    form.set('version', String(kept.version))
    const here = `/listings/${kept.reference}`
    if (text('intent') !== 'publish') return redirectSaying(here, 'listings:done.kept')
    const { status } = await api.listings.publish({ id: kept.id, acknowledged: list('acknowledged') })
    return redirectSaying(here, status === 'review' ? 'listings:done.submitted' : 'listings:done.published')
  })
}

export default function NewListing() {
  const { side, here, organisation, organisations, unconfirmed } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const refused = useActionData<Refused>()
  const other = side === 'need' ? 'offer' : 'need'
  const back = encodeURIComponent(here)
  const may = organisations.length > 0
  return (
    <Page width="text">
      <Head title={t(`new.title.${side}`)} hidden />
      <PageHeader
        title={t(`new.title.${side}`)}
        lead={may ? t(`new.lead.${side}`) : undefined}
        breadcrumbs={[{ label: t('discover.title'), to: '/discover' }]}
        actions={
          may && (
            <LinkButton kind="quiet" to={`/listings/new?side=${other}`}>
              {t(`new.instead.${other}`)}
            </LinkButton>
          )
        }
      />
      {may ? (
        <ListingForm
          key={side}
          side={side}
          organisations={organisations}
          organisation={organisation}
          refused={refused}
          cancelTo="/discover"
        />
      ) : unconfirmed ? (
        <Notice
          tone="warning"
          title={t('new.unconfirmedTitle')}
          actions={<LinkButton to="/account">{t('new.toAccount')}</LinkButton>}
        >
          {t('new.unconfirmedText')}
        </Notice>
      ) : (
        <EmptyState
          icon="building"
          title={t('new.noOrganisation')}
          action={
            <>
              <LinkButton kind="primary" icon="plus" to={`/organisations/new?to=${back}`}>
                {t('new.addOrganisation')}
              </LinkButton>
              <LinkButton icon="search" to="/organisations">
                {t('new.findOrganisation')}
              </LinkButton>
            </>
          }
        >
          {t('new.noOrganisationText')}
        </EmptyState>
      )}
    </Page>
  )
}
