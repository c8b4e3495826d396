import { useTranslation } from 'react-i18next'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { Workspace } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { asDocument, byTag } from './developers/document.ts'
import { DeveloperNav } from './developers/nav.tsx'
import { describeOperation, idOf } from './developers/operation.ts'
import { OperationDetails } from './developers/operation-details.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { openApi, origin } = requestOf(context)
  const document = asDocument(await openApi())
  const tags = byTag(document)
  const [tag, all = []] = tags.find(([name]) => name === params.tag) ?? []
  const found = all.find((each) => idOf(each) === params.operation)
  if (!tag || !found) throw data(null, { status: 404 })
  return {
    tag,
    tags: tags.map(([name, { length }]) => ({ name, count: length })),
    operation: describeOperation(document, origin, found),
  }
}

/** One operation of the API. */
export default function DevelopersOperation() {
  const { tag, tags, operation } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  const { summary, method, path, scope, tool } = operation
  return (
    <Page>
      <Head title={summary} description={`${method} ${path}`} />
      <PageHeader
        breadcrumbs={[
          { label: t('developers.title'), to: '/developers' },
          { label: t('developers.tagTitle', { tag }), to: `/developers/${tag}` },
        ]}
        title={<span lang="en">{summary}</span>}
        kicker={
          <>
            <Badge tone={scope === 'write' ? 'accent' : 'neutral'}>{method}</Badge>
            <code className="font-mono [overflow-wrap:anywhere]">{path}</code>
            <span>{t('developers.needs', { scope: t(`developers.scope.${scope}`) })}</span>
            {tool && (
              <span>
                {t('developers.tool')} <code>{tool}</code>
              </span>
            )}
          </>
        }
      />
      <Workspace nav={<DeveloperNav tags={tags} />}>
        <OperationDetails operation={operation} />
      </Workspace>
    </Page>
  )
}
