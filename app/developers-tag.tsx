import { useTranslation } from 'react-i18next'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Workspace } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { asDocument, byTag } from './developers/document.ts'
import { DeveloperNav } from './developers/nav.tsx'
import { describeOperations } from './developers/operation.ts'
import { OperationSection } from './developers/operation-section.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { openApi, origin } = requestOf(context)
  const document = asDocument(await openApi())
  const tags = byTag(document)
  const [tag, found] = tags.find(([name]) => name === params.tag) ?? []
  if (!tag || !found) throw data(null, { status: 404 })
  return {
    tag,
    tags: tags.map(([name, all]) => ({ name, count: all.length })),
    operations: describeOperations(document, origin, found),
  }
}

/** Every operation of one part of the API. */
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
        <nav aria-label={t('developers.onThisPage')}>
          <ul className="columns-1 gap-8 text-sm sm:columns-2" lang="en">
            {operations.map(({ id, method, summary }) => (
              <li key={id} className="py-0.5">
                <a href={`#${id}`}>
                  <span className="font-mono text-ink-soft">{method}</span> {summary}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
      </Workspace>
    </Page>
  )
}
