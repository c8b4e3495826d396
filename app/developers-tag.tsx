import { useTranslation } from 'react-i18next'
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '#ui/data-table.tsx'
import { Workspace } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { asDocument, byTag } from './developers/document.ts'
import { DeveloperNav } from './developers/nav.tsx'
import { idOf } from './developers/operation.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { openApi } = requestOf(context)
  const tags = byTag(asDocument(await openApi()))
  const [tag, found] = tags.find(([name]) => name === params.tag) ?? []
  if (!tag || !found) throw data(null, { status: 404 })
  return {
    tag,
    tags: tags.map(([name, all]) => ({ name, count: all.length })),
    operations: found.map((each) => {
      const { method, path, operation } = each
      const { summary = path, 'x-scope': scope = 'read' } = operation
      return { id: idOf(each), method, path: `/api${path}`, summary, scope }
    }),
  }
}

/** Every operation of one part of the API, each with a page of its own. */
export default function DevelopersTag() {
  const { tag, tags, operations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  const title = t('developers.tagTitle', { tag })
  return (
    <Page>
      <Head title={title} description={t('developers.lead')} />
      <PageHeader
        breadcrumbs={[{ label: t('developers.title'), to: '/developers' }]}
        title={title}
        lead={t('developers.operations', { count: operations.length })}
      />
      <Workspace nav={<DeveloperNav tags={tags} />}>
        <DataTable
          caption={title}
          hideCaption
          rows={operations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'does',
              header: t('developers.does'),
              cell: ({ id, summary }) => (
                <Link to={`/developers/${tag}/${id}`} id={id} lang="en">
                  {summary}
                </Link>
              ),
            },
            {
              key: 'address',
              header: t('developers.address'),
              cell: ({ method, path }) => (
                <code className="text-sm [overflow-wrap:anywhere]">
                  <b>{method}</b> {path}
                </code>
              ),
            },
            { key: 'scope', header: t('developers.scopeTitle'), cell: ({ scope }) => t(`developers.scope.${scope}`) },
          ]}
        />
      </Workspace>
    </Page>
  )
}
