import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router'
import { Workspace } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SideNav } from '#ui/side-nav.tsx'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, email } = await load(request, () => requestOf(context).api.people.me({}))
  return { name, email }
}

/** The frame of all pages about one's own account. */
export default function Account() {
  const { name, email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  return (
    <Page>
      <PageHeader title={t('account.title')} lead={`${name} · ${email}`} />
      <Workspace
        nav={
          <SideNav
            label={t('account.title')}
            groups={[
              {
                items: [
                  { to: '/account', label: t('profile.title'), icon: 'user', end: true },
                  { to: '/account/security', label: t('security.title'), icon: 'lock' },
                  { to: '/account/notifications', label: t('account.notifications'), icon: 'bell' },
                  { to: '/account/tokens', label: t('tokens.title'), icon: 'settings' },
                  { to: '/account/data', label: t('data.title'), icon: 'shield' },
                ],
              },
            ]}
          />
        }
      >
        <Outlet />
      </Workspace>
    </Page>
  )
}
