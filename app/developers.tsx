import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Workspace } from '#ui/grid.tsx'
import { Icon } from '#ui/icon.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { Code } from './developers/code.tsx'
import { asDocument, byTag } from './developers/document.ts'
import { DeveloperNav } from './developers/nav.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const { openApi, origin } = requestOf(context)
  const tags = byTag(asDocument(await openApi())).map(([name, all]) => ({ name, count: all.length }))
  return { origin, tags }
}

const problem = {
  type: 'about:blank',
  status: 422,
  title: 'Some fields are not right. See what stands beside each.',
  reason: 'invalid',
  fields: [{ field: 'title', message: 'Enter at least 10 characters.' }],
}

/** For whoever lets a program do what the site does: how to begin. */
export default function Developers() {
  const { origin, tags } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  const bearer = `-H 'Authorization: Bearer ent_…'`
  const count = tags.reduce((sum, tag) => sum + tag.count, 0)
  return (
    <Page>
      <Head title={t('developers.title')} description={t('developers.lead')} />
      <PageHeader
        title={t('developers.title')}
        lead={t('developers.lead')}
        actions={
          <a className="e-button" href="/api/openapi.json">
            <Icon name="download" /> OpenAPI 3.1
          </a>
        }
      />
      <Workspace nav={<DeveloperNav tags={tags} />}>
        <Section title={t('developers.first')} lead={t('developers.firstText')}>
          <Code>{`curl '${origin}/api/organisations?q=graz&perPage=5'`}</Code>
        </Section>
        <Section title={t('developers.token')} lead={t('developers.tokenText')}>
          <div className="space-y-3">
            <p>
              <Link to="/account/tokens">{t('developers.makeToken')}</Link>
            </p>
            <Code>{`curl '${origin}/api/people/me' \\\n  ${bearer}`}</Code>
          </div>
        </Section>
        <Section title={t('developers.lists')} lead={t('developers.listsText')}>
          <Code>
            {[
              `curl '${origin}/api/listings?side=need&country=AT&country=DE&page=2' \\\n  ${bearer}`,
              `curl '${origin}/api/export/listings.list.csv?side=need' \\\n  ${bearer} -o needs.csv`,
            ].join('\n')}
          </Code>
        </Section>
        <Section title={t('developers.idempotency')} lead={t('developers.idempotencyText')}>
          <Code>
            {`curl -X PATCH '${origin}/api/people/me' \\\n  ${bearer} \\\n  -H 'Content-Type: application/json' \\\n  -H 'Idempotency-Key: 2027-03-31-headline' \\\n  -d '{"version": 1, "change": {"headline": "Materials, from lab to line"}}'`}
          </Code>
        </Section>
        <Section title={t('developers.versions')} lead={t('developers.versionsText')}>
          <p className="text-sm text-ink-soft">{t('developers.versionsNote')}</p>
        </Section>
        <Section title={t('developers.errors')} lead={t('developers.errorsText')}>
          <Code>{JSON.stringify(problem, null, 2)}</Code>
        </Section>
        <Section title={t('developers.limits')} lead={t('developers.limitsText')}>
          <Code>{'HTTP/1.1 429 Too Many Requests\nRetry-After: 840\nContent-Type: application/problem+json'}</Code>
        </Section>
        <Section title={t('developers.cli')} lead={t('developers.cliText')}>
          <Code>
            {[
              'npm run entente -- operations listings',
              `npm run entente -- call organisations.list '{"q": "graz"}' --as you@example.org`,
              'npm run entente -- --help',
            ].join('\n')}
          </Code>
        </Section>
        <Section title={t('developers.reference')} lead={t('developers.referenceText', { count })}>
          <ul className="columns-2 sm:columns-3">
            {tags.map((tag) => (
              <li key={tag.name} className="py-0.5">
                <Link to={`/developers/${tag.name}`}>{tag.name}</Link>{' '}
                <span className="text-sm text-ink-soft">{tag.count}</span>
              </li>
            ))}
          </ul>
        </Section>
      </Workspace>
    </Page>
  )
}
