import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CopyField } from '#ui/copy-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Workspace } from '#ui/grid.tsx'
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
  const tags = byTag(asDocument(await openApi()))
  return {
    origin,
    tags: tags.map(([name, all]) => ({ name, count: all.length })),
    tools: tags.flatMap(([tag, found]) =>
      found.flatMap(({ operation }) => {
        const tool = operation['x-tool']
        const { operationId: id = '', summary = '', 'x-scope': scope = 'read' } = operation
        return tool ? [{ tool, summary, scope, to: `/developers/${tag}/${id}` }] : []
      }),
    ),
  }
}

/** The MCP door: how an agent comes in, and what it can do there. */
export default function DevelopersAgents() {
  const { origin, tags, tools } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  const url = `${origin}/mcp`
  const configuration = {
    mcpServers: { entente: { type: 'http', url, headers: { Authorization: 'Bearer ent_…' } } },
  }
  return (
    <Page>
      <Head title={t('developers.agents')} description={t('developers.agentsLead')} />
      <PageHeader
        breadcrumbs={[{ label: t('developers.title'), to: '/developers' }]}
        title={t('developers.agents')}
        lead={t('developers.agentsLead')}
      />
      <Workspace nav={<DeveloperNav tags={tags} />}>
        <Section title={t('developers.connect')} lead={t('developers.connectText')}>
          <div className="space-y-4">
            <CopyField label={t('developers.endpoint')} value={url} />
            <p>
              {t('developers.configure')} <Link to="/account/tokens">{t('developers.makeToken')}</Link>
            </p>
            <Code>{JSON.stringify(configuration, null, 2)}</Code>
          </div>
        </Section>
        <Section title={t('developers.tools', { count: tools.length })} lead={t('developers.toolsText')}>
          <DataTable
            caption={t('developers.tools', { count: tools.length })}
            hideCaption
            rows={tools}
            rowKey={(row) => row.tool}
            columns={[
              {
                key: 'tool',
                header: t('developers.tool'),
                cell: (row) => (
                  <Link to={row.to}>
                    <code className="text-sm [overflow-wrap:anywhere]">{row.tool}</code>
                  </Link>
                ),
              },
              { key: 'does', header: t('developers.does'), cell: (row) => <span lang="en">{row.summary}</span> },
              { key: 'scope', header: t('developers.scopeTitle'), cell: (row) => t(`developers.scope.${row.scope}`) },
            ]}
          />
        </Section>
      </Workspace>
    </Page>
  )
}
