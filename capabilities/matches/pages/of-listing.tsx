import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { findListing } from '../../listings/parts/find-listing.tsx'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import { MatchEntry } from '../parts/match-entry.tsx'
import { PartnerOrganisations } from '../parts/partner-organisations.tsx'
import { UndoNotice } from '../parts/undo-notice.tsx'
import { WarmingNotice } from '../parts/warming-notice.tsx'

const SHOWN = 20
/** What is weaker is shown only to whoever asks for it. */
const LEAST = 0.25

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, async () => {
    const { id } = await findListing(api, params.reference)
    const all = new URL(request.url).searchParams.has('all')
    const answer = await api.matches.ofListing({ id, limit: SHOWN, least: all ? 0 : LEAST })
    return { ...answer, now: new Date().toISOString() }
  })
}

/** What fits one need or offer, for those who posted it. */
export default function MatchesOfListing() {
  const { own, rows, weaker, organisations, finding, state, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('matches')
  const here = `/listings/${own.reference}`
  return (
    <Page>
      <Head title={t('ofListing.title', { reference: own.reference })} hidden />
      <PageHeader
        breadcrumbs={[
          { label: t('mine.title'), to: '/matches' },
          { label: own.reference, to: here },
        ]}
        kicker={<SideBadge side={own.side} />}
        title={t(`ofListing.heading.${own.side}`)}
        lead={<span lang={own.language}>{own.title}</span>}
        actions={
          <LinkButton icon="help" to={`/why?listing=${own.reference}`}>
            {t('ofListing.whyNot')}
          </LinkButton>
        }
      />
      <UndoNotice />
      {state === 'warming' && <WarmingNotice />}
      {state === 'ready' && own.status !== 'published' && (
        <Notice tone="warning" title={t('ofListing.unpublished')}>
          {t('ofListing.unpublishedText')}
        </Notice>
      )}
      {state === 'ready' && rows.length === 0 && weaker === 0 && (
        <EmptyState
          title={t(`ofListing.empty.${finding}`)}
          action={
            <LinkButton
              kind="primary"
              to={finding === 'none-eligible' ? `/why?listing=${own.reference}` : `${here}/edit`}
            >
              {t(finding === 'none-eligible' ? 'ofListing.whyNot' : 'ofListing.edit')}
            </LinkButton>
          }
        >
          {t(`ofListing.emptyText.${finding}`)}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <CardList label={t(`ofListing.heading.${own.side}`)}>
          {rows.map((match) => (
            <MatchEntry key={match.listing.id} match={match} now={now} />
          ))}
        </CardList>
      )}
      {weaker > 0 && (
        <p className="flex flex-wrap items-center gap-3">
          {t(rows.length === 0 ? 'ofListing.onlyWeaker' : 'ofListing.weaker', { count: weaker })}
          <LinkButton size="small" to={`${here}/matches?all`}>
            {t('ofListing.showWeaker')}
          </LinkButton>
        </p>
      )}
      <PartnerOrganisations organisations={organisations} language={own.language} />
    </Page>
  )
}
