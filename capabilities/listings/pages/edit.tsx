import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { EditAttachments } from '../parts/attachments.tsx'
import { findListing } from '../parts/find-listing.tsx'
import { ListingForm } from '../parts/listing-form.tsx'
import { listingFrom } from '../parts/listing-values.tsx'
import { VersionConflict } from '../parts/version-conflict.tsx'
import type { ListingView } from '../schema.ts'

/** The texts of a listing that may tell whose it is. */
function textsOf({ title, summary, description, advantages, expertiseSought, iprNotes, ...rest }: ListingView) {
  const { partnerRole, keywords, programme, callIdentifier, acronym } = rest
  const first = { title, summary, description, advantages, expertiseSought, iprNotes }
  return { ...first, partnerRole, keywords, programme, callIdentifier, acronym }
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  return load(request, async () => {
    const listing = await findListing(api, params.reference)
    if (!listing.can.edit) throw data(null, { status: reader ? 403 : 404 })
    const unnamed = listing.visibility === 'anonymous' || listing.visibility === 'match-only'
    const own = reader?.organisations.some(({ id }) => id === listing.organisation?.id)
    const findings =
      unnamed && own && listing.organisation
        ? (await api.listings.checkLeaks({ organisation: listing.organisation.id, texts: textsOf(listing) })).findings
        : []
    return {
      listing,
      findings: findings.filter(({ key }) => !listing.acknowledgedLeaks.includes(key)),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, list, file } = fieldsOf(form)
  return attempt(form, async () => {
    const { id, reference } = await findListing(api, params.reference)
    const here = `/listings/${reference}`
    const sent = file('file')
    switch (text('intent')) {
      case 'attach':
        await api.listings.attachments.add({ id, file: sent ?? new File([], '') })
        return redirectSaying(`${here}/edit#files`, 'listings:done.attached')
      case 'detach':
        await api.listings.attachments.remove({ id, file: text('file') ?? '' })
        return redirectSaying(`${here}/edit#files`, 'listings:done.detached')
      case 'publish': {
        const acknowledged = list('acknowledged')
        const { version } = await api.listings.change({
          id,
          version: Number(text('version')),
          change: listingFrom(form),
        })
        // It is saved: a refusal from here on must not look like somebody else's change.
        form.set('version', String(version))
        const { status } = await api.listings.publish({ id, acknowledged })
        return redirectSaying(here, status === 'review' ? 'listings:done.submitted' : 'listings:done.published')
      }
      default: {
        const change = { id, version: Number(text('version')), change: listingFrom(form) }
        const { status } = await api.listings.change({ ...change, acknowledged: list('acknowledged') })
        return redirectSaying(here, status === 'review' ? 'listings:done.submitted' : 'listings:done.saved')
      }
    }
  })
}

export default function EditListing() {
  const { listing, findings } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const refused = useActionData<Refused>()
  const here = `/listings/${listing.reference}`
  const aboutFiles = refused && ['attach', 'detach'].includes(String(refused.values.intent))
  const ofForm = aboutFiles ? undefined : refused
  const theirs =
    ofForm?.problem.reason === 'stale'
      ? (ofForm.problem.details?.current as Record<string, unknown> | undefined)
      : undefined
  return (
    <Page width="text">
      <Head title={t('edit.title', { title: listing.title })} hidden />
      <PageHeader
        title={t(`edit.heading.${listing.side}`)}
        lead={<span lang={listing.language}>{listing.title}</span>}
        breadcrumbs={[
          { label: t('mine.title'), to: '/my/listings' },
          { label: listing.reference, to: here },
        ]}
      />
      {theirs && ofForm && <VersionConflict theirs={theirs} typed={ofForm.values} reloadTo={`${here}/edit`} />}
      <ListingForm
        side={listing.side}
        listing={listing}
        organisations={[]}
        refused={ofForm}
        findings={findings}
        version={theirs ? Number(theirs.version) : undefined}
        cancelTo={here}
      />
      {aboutFiles && <ErrorSummary errors={refused.problem.errors} />}
      <EditAttachments listing={listing} error={aboutFiles ? refused.problem.errors.file : undefined} />
    </Page>
  )
}
