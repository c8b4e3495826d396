import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, Outlet, useActionData, useLoaderData } from 'react-router'
import { Avatar } from '#ui/avatar.tsx'
import { Badge, Status, Tags } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { countryName } from '../../vocabularies/countries.ts'
import { OrganisationAside } from '../parts/organisation-aside.tsx'
import { OrganisationCare } from '../parts/organisation-care.tsx'
import { organisationFacts } from '../parts/organisation-facts.tsx'
import { OrganisationTabs } from '../parts/organisation-tabs.tsx'
import { Contacts, Ties } from '../parts/organisation-ties.tsx'

const FIRST = 6

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, origin, now } = requestOf(context)
  return load(request, async () => {
    const organisation = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    const { id, members, memberOf, can } = organisation
    const ties = (side: 'members' | 'memberOf', some: number) =>
      some > 0 ? api.organisations.affiliations.list({ organisation: id, side, perPage: FIRST }) : null
    const [people, belongHere, belongsTo, suggestions] = await Promise.all([
      api.organisations.people({ organisation: id }),
      ties('members', members),
      ties('memberOf', memberOf),
      can.edit ? api.organisations.imports.suggestions({ organisation: id }) : null,
    ])
    return {
      organisation,
      origin,
      now,
      people: people.rows,
      members: belongHere?.rows ?? [],
      memberOf: belongsTo?.rows ?? [],
      suggestions: suggestions?.total ?? 0,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  return attempt(form, async () => {
    const { id, slug } = await api.getBySlug({ slug: params.slug ?? '' })
    const here = `/organisations/${slug}`
    switch (fieldsOf(form).text('intent')) {
      case 'verify':
        await api.verify({ id })
        return redirectSaying(here, 'organisations:done.verified')
      case 'restore':
        await api.restore({ id })
        return redirectSaying(here, 'organisations:done.restored')
      default:
        await api.confirm({ id })
        return redirectSaying(here, 'organisations:done.confirmed')
    }
  })
}

export default function ShowOrganisation() {
  const { organisation, origin, now, people, members, memberOf, suggestions } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const refused = useActionData<Refused>()
  const { displayName, roleTags, standing, city, country, summary, language, can, slug } = organisation
  const here = `/organisations/${slug}`
  return (
    <Page>
      <Head
        title={displayName}
        description={summary}
        facts={organisationFacts(organisation, `${origin}${here}`, {
          contacts: people.filter(({ contact }) => contact),
          memberOf: memberOf.map((tie) => ({
            ...tie.organisation,
            url: `${origin}/organisations/${tie.organisation.slug}`,
          })),
        })}
      />
      <PageHeader
        breadcrumbs={[{ label: t('list.title'), to: '/organisations' }]}
        media={<Avatar name={displayName} kind="organisation" size={4} />}
        title={displayName}
        lead={[city, countryName(country, i18n.language)].filter(Boolean).join(', ')}
        kicker={
          <>
            {roleTags.map((tag) => (
              <Badge key={tag}>{v(`roleTag.${tag}`)}</Badge>
            ))}
            <Status tone={standing === 'verified' ? 'success' : 'neutral'}>{t(`standing.${standing}`)}</Status>
          </>
        }
        actions={
          <>
            {can.edit && (
              <LinkButton kind="primary" icon="edit" to={`${here}/edit`}>
                {t('show.edit')}
              </LinkButton>
            )}
            {can.claim && (
              <LinkButton icon="users" to={`${here}/join`}>
                {t('show.join')}
              </LinkButton>
            )}
          </>
        }
      >
        <OrganisationTabs organisation={organisation} />
      </PageHeader>
      <ErrorSummary errors={refused?.problem.errors} />
      {organisation.suspended && <Notice tone="danger" title={t('show.suspended')} />}
      {organisation.demonstration && <Notice>{t('show.demonstration')}</Notice>}
      <WithAside
        aside={
          <>
            <OrganisationAside organisation={organisation} />
            <OrganisationCare organisation={organisation} suggestions={suggestions} now={now} />
          </>
        }
      >
        {summary ? (
          <p className="max-w-prose text-lg whitespace-pre-line" lang={language}>
            {summary}
          </p>
        ) : (
          <p className="text-ink-soft">{can.edit ? t('show.noSummaryOwn') : t('show.noSummary')}</p>
        )}
        {organisation.competences.length > 0 && (
          <Section title={t('field.competences')}>
            <Tags
              items={organisation.competences.map((label) => ({
                label,
                to: `/organisations?q=${encodeURIComponent(label)}`,
              }))}
            />
          </Section>
        )}
        {organisation.services.length > 0 && (
          <Section title={t('field.services')}>
            <Tags items={organisation.services.map((label) => ({ label }))} />
          </Section>
        )}
        {organisation.ecosystems.length > 0 && (
          <Section title={t('field.ecosystems')}>
            <Tags
              items={organisation.ecosystems.map((id) => ({
                label: v(`ecosystem.${id}`),
                to: `/organisations?ecosystem=${id}`,
              }))}
            />
          </Section>
        )}
        <Outlet />
        <Contacts rows={people} />
        <Ties slug={slug} side="members" rows={members} total={organisation.members} />
        <Ties slug={slug} side="memberOf" rows={memberOf} total={organisation.memberOf} />
      </WithAside>
    </Page>
  )
}
