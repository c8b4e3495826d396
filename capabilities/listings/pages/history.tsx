import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { findListing } from '../parts/find-listing.tsx'
import { momentIn } from '../parts/listing-day.tsx'
import { useShownValue } from '../parts/shown-value.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, async () => {
    const { id, title, reference, language } = await findListing(api, params.reference)
    return { title, reference, language, ...(await api.listings.history({ id })) }
  })
}

export default function ListingHistory() {
  const { title, reference, language, versions, deeds } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('listings')
  const shown = useShownValue()
  // Saving is told by the versions, with what differs.
  const told = deeds.filter(({ event }) => event !== 'listing.changed' && event !== 'listing.drafted')
  const by = (person: string | null) => person ?? t('history.nobody')
  const entries = [
    ...versions.map(({ version, at, person, changed }) => ({
      key: `version ${version}`,
      at,
      title:
        version === 1
          ? t('history.drafted', { person: by(person) })
          : t('history.saved', { person: by(person), version }),
      children: version > 1 && (
        <ul className="mt-1 grid gap-2 text-sm">
          {changed.map(({ field, before, after }) => (
            <li key={field} className="grid gap-0.5">
              <strong>{t(`field.${field}`)}</strong>
              <del className="whitespace-pre-line text-ink-soft">{shown(field, before)}</del>
              <ins className="whitespace-pre-line no-underline">{shown(field, after)}</ins>
            </li>
          ))}
        </ul>
      ),
    })),
    ...told.map(({ at, event, person, facts }, index) => ({
      key: `deed ${index}`,
      at,
      title: t(`history.event.${event.replace('listing.', '')}`, { person: by(person) }),
      children: typeof facts.reason === 'string' && <p className="mt-1">{facts.reason}</p>,
    })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <Page width="text">
      <Head title={t('history.title')} hidden />
      <PageHeader
        title={t('history.title')}
        lead={<span lang={language}>{title}</span>}
        breadcrumbs={[
          { label: t('mine.title'), to: '/my/listings' },
          { label: reference, to: `/listings/${reference}` },
        ]}
      />
      <Timeline
        entries={entries.map(({ key, at, title: what, children }) => ({
          key,
          when: momentIn(i18n.language, at),
          dateTime: at,
          title: what,
          children,
        }))}
      />
      <p className="text-sm text-ink-soft">{t('history.utc')}</p>
    </Page>
  )
}
