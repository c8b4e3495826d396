import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { MatchEntry } from '../parts/match-entry.tsx'
import { MatchTabs } from '../parts/match-tabs.tsx'
import { PartnerOrganisations } from '../parts/partner-organisations.tsx'
import { UndoNotice } from '../parts/undo-notice.tsx'
import { WarmingNotice } from '../parts/warming-notice.tsx'

/** What is weaker than this fits an organisation only by chance. */
const LEAST = 0.3

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search, searchParams } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  return load(request, async () => {
    const { memberships } = await api.organisations.mine({})
    const wanted = searchParams.get('organisation')
    const body = memberships.find(({ id }) => id === wanted) ?? memberships[0]
    const now = new Date().toISOString()
    if (!body) return { memberships, body: null, now }
    const [found, profile] = await Promise.all([
      api.matches.ofOrganisation({ organisation: body.id, limit: 20, least: LEAST }),
      api.organisations.get({ id: body.id }),
    ])
    return { memberships, body: profile, found, now }
  })
}

/** What fits an organisation by all it posted and all it says of itself. */
export default function MatchesOfOrganisation() {
  const data = useLoaderData<typeof loader>()
  const { memberships, body, now } = data
  const found = 'found' in data ? data.found : undefined
  const { t } = useTranslation('matches')
  const nothing = found?.state === 'ready' && found.rows.length === 0 && found.organisations.length === 0
  return (
    <Page>
      <Head title={t('profile.title')} hidden />
      <PageHeader title={t('profile.title')} lead={t('profile.lead')}>
        <MatchTabs />
      </PageHeader>
      <UndoNotice />
      {memberships.length > 1 && (
        <SortLinks
          choices={memberships.map(({ id, displayName }) => ({
            label: displayName,
            href: `/matches/profile?organisation=${id}`,
            current: id === body?.id,
          }))}
        />
      )}
      {found?.state === 'warming' && <WarmingNotice />}
      {!body && (
        <EmptyState
          title={t('mine.noOrganisation')}
          action={
            <LinkButton kind="primary" to="/organisations">
              {t('mine.findOrganisation')}
            </LinkButton>
          }
        >
          {t('mine.noOrganisationText')}
        </EmptyState>
      )}
      {body && nothing && (
        <EmptyState
          title={t('profile.empty')}
          action={
            <LinkButton kind="primary" to={`/organisations/${body.slug}/edit`}>
              {t('profile.edit')}
            </LinkButton>
          }
        >
          {t('profile.emptyText')}
        </EmptyState>
      )}
      {body && found && found.rows.length > 0 && (
        <Section title={t('profile.listings', { name: body.displayName })}>
          <CardList label={t('profile.listings', { name: body.displayName })}>
            {found.rows.map((match) => (
              <MatchEntry key={match.listing.id} match={match} now={now} naming ownLanguage={body.language} level={3} />
            ))}
          </CardList>
        </Section>
      )}
      {body && found && <PartnerOrganisations organisations={found.organisations} language={body.language} />}
    </Page>
  )
}
