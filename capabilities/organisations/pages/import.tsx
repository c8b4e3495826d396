import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useLocation,
  useNavigation,
} from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { importOutcomes } from '../parts/choices.tsx'
import { misnamed, useRefused } from '../parts/confirmation.tsx'
import { ImportCounts } from '../parts/import-counts.tsx'
import { ImportMapping, mappingFrom } from '../parts/import-mapping.tsx'
import { ImportProgress } from '../parts/import-progress.tsx'
import { ImportRows } from '../parts/import-rows.tsx'
import { ImportState, isBusy } from '../parts/import-state.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const { undo, ...query } = queryOf(request, { many: ['outcome', 'problem'], flags: ['repaired'] })
  return load(request, async () => {
    const id = params.id ?? ''
    const given = await api.imports.get({ id })
    const [rows, body, first] = await Promise.all([
      api.imports.rows({ ...query, id }),
      given.body ? api.get({ id: given.body }) : null,
      given.can.map ? api.imports.rows({ id, perPage: 1 }) : null,
    ])
    return { given, list: rows, query, body, example: first?.rows[0]?.raw ?? {}, undoing: undo !== undefined }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { imports: api } = requestOf(context).api.organisations
  const form = await request.formData()
  const { text, string, number } = fieldsOf(form)
  const id = params.id ?? ''
  const here = `/imports/${id}`
  return attempt(form, async () => {
    switch (text('intent')) {
      case 'map': {
        const { columns } = await api.get({ id })
        await api.setMapping({ id, mapping: mappingFrom(form, columns) })
        return redirectSaying(here, 'organisations:done.mapped')
      }
      case 'run':
        await api.run({ id })
        return redirectSaying(here, 'organisations:done.importRuns')
      case 'undo': {
        const refused = misnamed(form, (await api.get({ id })).fileName)
        if (refused) return refused
        await api.undo({ id })
        return redirectSaying(here, 'organisations:done.importUndoing')
      }
      default: {
        const decision = string('decision') as 'new' | 'merge' | 'skip'
        const organisation = decision === 'merge' ? (text('organisation') ?? undefined) : undefined
        await api.decide({ id, line: number('line') ?? 0, decision, organisation })
        return redirectSaying(`${here}${new URL(request.url).search}#rows`, 'organisations:done.decided')
      }
    }
  })
}

/** One file of organisations: what would become of its rows, what became of them, and the way back. */
export default function Import() {
  const { given, list, query, body, example, undoing } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const refused = useRefused()
  const { pathname, search } = useLocation()
  const pending = useNavigation().formData?.get('intent')
  const links = listLinks(pathname + search, 'organisations.imports.rows')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const choices: FacetChoice[] = [
    {
      name: 'outcome',
      label: t('imports.becomes'),
      options: importOutcomes.map((value) => ({
        value,
        label: t(`imports.outcome.${value}.label`),
        count: given.counts[value] ?? 0,
      })),
      chosen: chosen('outcome'),
    },
    {
      name: 'problem',
      label: t('imports.problems'),
      options: Object.entries(given.problems).map(([value, count]) => ({
        value,
        label: t(`imports.problem.${value}`),
        count,
      })),
      chosen: chosen('problem'),
    },
  ]
  const repaired: FacetChoice = {
    name: 'repaired',
    label: t('imports.characters'),
    options: [{ value: 'true', label: t('imports.repaired'), count: given.repaired }],
    chosen: query.repaired ? ['true'] : [],
  }
  const facets = [...choices, repaired].filter(({ options }) => options.length > 0)
  const busy = isBusy(given.state)
  const read = given.total > 0 && given.state !== 'previewing'
  const unclear = given.counts.look ?? 0
  const willChange = (given.counts.new ?? 0) + (given.counts.merge ?? 0) + (given.counts.suggested ?? 0)
  return (
    <Page>
      <Head title={t('imports.one', { file: given.fileName })} hidden />
      <PageHeader
        breadcrumbs={[{ label: t('imports.title'), to: '/imports' }]}
        kicker={
          <>
            <Badge>{t(`imports.source.${given.source}`)}</Badge>
            <ImportState state={given.state} />
          </>
        }
        title={given.fileName}
        lead={t('imports.startedAt', { date: date.format(new Date(given.createdAt)) })}
        actions={
          <>
            {given.can.run && given.state === 'ready' && (
              <Form method="post">
                <Button kind="primary" icon="download" name="intent" value="run" pending={pending === 'run'}>
                  {t('imports.run')}
                </Button>
              </Form>
            )}
            {given.can.run && given.state === 'done' && unclear > 0 && (
              <Form method="post">
                <Button name="intent" value="run" pending={pending === 'run'}>
                  {t('imports.runDecided')}
                </Button>
              </Form>
            )}
          </>
        }
      />
      <ErrorSummary errors={refused?.problem.errors} />
      {body && (
        <Notice>
          {t('imports.membersOf')} <Link to={`/organisations/${body.slug}/members`}>{body.displayName}</Link>
        </Notice>
      )}
      {given.state === 'failed' && (
        <Notice
          tone="danger"
          title={given.failure ?? t('imports.state.failed')}
          actions={<LinkButton to={`/imports/new?source=${given.source}`}>{t('imports.another')}</LinkButton>}
        />
      )}
      {busy && <ImportProgress given={given} />}
      {given.state === 'ready' && (
        <Notice tone={willChange > 0 ? 'info' : 'warning'} title={t('imports.nothingYet')}>
          {willChange > 0 ? t('imports.readyText') : t('imports.readyNothing')}
        </Notice>
      )}
      {read && <ImportCounts given={given} />}
      {given.can.map && <ImportMapping given={given} example={example} refused={refused} />}
      {read && (
        <Section title={t('imports.rowsTitle')} id="rows">
          <FilterBar
            action={pathname}
            search={{ label: t('imports.search'), value: query.q as string | undefined }}
            facets={facetsOf(facets)}
            active={activeFilters(facets, links)}
            clearHref={links.clear}
            count={t('imports.rowCount', { count: list.total })}
            exports={links.exports.map(({ label, href }) => ({ label, href: `${href}&id=${given.id}` }))}
          />
          {list.rows.length === 0 ? (
            <EmptyState title={t('imports.noRow')} level={3}>
              {t('imports.noRowText')}
            </EmptyState>
          ) : (
            <ImportRows rows={list.rows} decidable={given.can.run} />
          )}
          <Pagination page={list.page} pageSize={list.perPage} total={list.total} href={links.page} />
        </Section>
      )}
      {given.can.undo && (
        <Section title={t('imports.undoTitle')} lead={t('imports.undoLead')} id="undo">
          {undoing || refused?.values.intent === 'undo' ? (
            <ConfirmByName
              name={given.fileName}
              warning={t('imports.undoWarn')}
              label={t('imports.undoDo')}
              error={refused?.problem.errors.confirmation}
            >
              <input type="hidden" name="intent" value="undo" />
            </ConfirmByName>
          ) : (
            <div>
              <LinkButton kind="quiet" icon="history" to="?undo=1#undo" preventScrollReset>
                {t('imports.undoBegin')}
              </LinkButton>
            </div>
          )}
        </Section>
      )}
    </Page>
  )
}
