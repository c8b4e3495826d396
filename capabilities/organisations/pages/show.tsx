import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router'
import { Avatar } from '#ui/avatar.tsx'
import { Badge, Status, Tags } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { countryName } from '../../vocabularies/countries.ts'
import { languageName } from '../../vocabularies/languages.ts'
import { organisationFacts } from '../parts/organisation-facts.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, origin } = requestOf(context)
  const organisation = await load(request, () => api.organisations.getBySlug({ slug: params.slug ?? '' }))
  return { organisation, origin }
}

export default function ShowOrganisation() {
  const { organisation, origin } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const { displayName, roleTags, standing, city, country, summary, language, can } = organisation
  const here = `/organisations/${organisation.slug}`
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <Page>
      <Head title={displayName} description={summary} facts={organisationFacts(organisation, `${origin}${here}`)} />
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
            {can.manage && (
              <LinkButton icon="users" to={`${here}/people`}>
                {t('show.people')}
              </LinkButton>
            )}
            {can.claim && (
              <LinkButton icon="users" to={`${here}/join`}>
                {t('show.join')}
              </LinkButton>
            )}
          </>
        }
      />
      {organisation.suspended && <Notice tone="danger" title={t('show.suspended')} />}
      {organisation.demonstration && <Notice>{t('show.demonstration')}</Notice>}
      <WithAside
        aside={
          <DescriptionList
            facts={[
              { term: t('field.organisationType'), value: v(`organisationType.${organisation.organisationType}`) },
              { term: t('field.legalName'), value: organisation.legalName !== displayName && organisation.legalName },
              { term: t('field.size'), value: organisation.size && v(`size.${organisation.size}`) },
              { term: t('field.staff'), value: organisation.staff },
              { term: t('field.foundedYear'), value: organisation.foundedYear },
              { term: t('field.nuts'), value: organisation.nuts },
              {
                term: t('field.website'),
                value: organisation.website && (
                  <a href={organisation.website} rel="noopener nofollow">
                    {new URL(organisation.website).hostname}
                  </a>
                ),
              },
              {
                term: t('field.contactEmail'),
                value: organisation.contactEmail && (
                  <a href={`mailto:${organisation.contactEmail}`}>{organisation.contactEmail}</a>
                ),
              },
              {
                term: t('field.languages'),
                value: organisation.languages.map((code) => languageName(code, i18n.language)).join(', '),
              },
              { term: 'PIC', value: organisation.pic },
              { term: 'OID', value: organisation.oid },
              { term: t('field.erasmusCode'), value: organisation.erasmusCode },
              { term: 'ROR', value: organisation.ror },
              {
                term: t('show.confirmed'),
                value: organisation.lastConfirmedAt
                  ? date.format(new Date(organisation.lastConfirmedAt))
                  : t('show.neverConfirmed'),
              },
            ]}
          />
        }
      >
        {summary ? (
          <p className="max-w-prose text-lg" lang={language}>
            {summary}
          </p>
        ) : (
          <p className="text-ink-soft">{t('show.noSummary')}</p>
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
      </WithAside>
    </Page>
  )
}
