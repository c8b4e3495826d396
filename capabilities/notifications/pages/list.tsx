import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useLocation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { localTarget } from '#web/local-target.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { kindName, NewsList } from '../parts/news-list.tsx'
import { notificationKinds } from '../schema.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const query = queryOf(request, { many: ['kind'], flags: ['unread'] })
  return load(request, async () => {
    const [list, unread] = await Promise.all([api.notifications.list(query), api.notifications.unread({})])
    return { list, unread: unread.count, query, kinds: notificationKinds }
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { list, checked, text } = fieldsOf(form)
  return attempt(form, async () => {
    const all = checked('all')
    await api.notifications.markRead(all ? { all } : { ids: list('id') })
    // What was opened from the list goes on by itself; a button comes back to where it stands.
    if (checked('opened')) return null
    const here = localTarget(text('here'), '/notifications')
    return all ? redirectSaying(here, 'notifications:list.allRead') : redirect(here)
  })
}

/** All news of a person, newest first. */
export default function Notifications() {
  const { list, unread, query, kinds } = useLoaderData<typeof loader>()
  const { rows, total, page, perPage } = list
  const { t } = useTranslation('notifications')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'notifications.list')
  const kind: FacetChoice = {
    name: 'kind',
    label: t('list.kind'),
    options: kinds.map((value) => ({ value, label: kindName(t(`kind.${value}`)) })),
    chosen: (query.kind as string[] | undefined) ?? [],
  }
  const only: FacetChoice = {
    name: 'unread',
    label: t('list.show'),
    options: [{ value: 'true', label: t('list.unread') }],
    chosen: query.unread ? ['true'] : [],
  }
  return (
    <Page>
      <Head title={t('list.title')} hidden />
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            {unread > 0 && (
              <Form method="post">
                <input type="hidden" name="here" value={pathname + search} />
                <Button icon="check" name="all" value="on">
                  {t('list.readAll')}
                </Button>
              </Form>
            )}
            <LinkButton kind="quiet" icon="settings" to="/account/notifications">
              {t('list.settings')}
            </LinkButton>
          </>
        }
      />
      {total === 0 && Object.keys(query).length === 0 ? (
        <EmptyState
          icon="bell"
          title={t('list.empty')}
          action={
            <LinkButton kind="primary" to="/listings/new?side=need">
              {t('list.post')}
            </LinkButton>
          }
        >
          {t('list.emptyText')}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            action={pathname}
            facets={[
              ...facetsOf([only]).map((facet) => ({ ...facet, choose: 'one' as const, anyLabel: t('list.all') })),
              ...facetsOf([kind]),
            ]}
            active={activeFilters([only, kind], links)}
            clearHref={links.clear}
            count={t('list.count', { count: total })}
            exports={links.exports}
          />
          {rows.length === 0 ? (
            <EmptyState
              icon="check"
              title={t('list.nothing')}
              action={<LinkButton to={pathname}>{t('list.all')}</LinkButton>}
            >
              {t('list.nothingText')}
            </EmptyState>
          ) : (
            <NewsList rows={rows} here={pathname + search} />
          )}
          <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
        </>
      )}
    </Page>
  )
}
