import { useTranslation } from 'react-i18next'
import { data, type LoaderFunctionArgs, Outlet, redirect, useLoaderData } from 'react-router'
import { Workspace } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { SideNav } from '#ui/side-nav.tsx'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader } = requestOf(context)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(new URL(request.url).pathname)}`)
  if (!reader.moderator) throw data(null, { status: 403 })
  return { administrator: reader.administrator }
}

/** The workspace of those who moderate and run the site. */
export default function AdministrationFrame() {
  const { administrator } = useLoaderData<typeof loader>()
  const { t } = useTranslation('administration')
  return (
    <Page>
      <Workspace
        nav={
          <SideNav
            label={t('nav.label')}
            groups={[
              {
                items: [
                  { to: '/admin', label: t('nav.overview'), icon: 'grid', end: true },
                  { to: '/admin/reports', label: t('nav.reports'), icon: 'flag' },
                  { to: '/admin/requests', label: t('nav.requests'), icon: 'users' },
                  { to: '/imports', label: t('nav.imports'), icon: 'upload' },
                  { to: '/admin/audit', label: t('nav.audit'), icon: 'history' },
                ],
              },
              ...(administrator
                ? [
                    {
                      title: t('nav.running'),
                      items: [
                        { to: '/admin/people', label: t('nav.people'), icon: 'user' as const },
                        { to: '/admin/jobs', label: t('nav.jobs'), icon: 'wrench' as const },
                        { to: '/outbox', label: t('outbox.title'), icon: 'mail' as const },
                        { to: '/admin/state', label: t('nav.state'), icon: 'settings' as const },
                      ],
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <Outlet />
      </Workspace>
    </Page>
  )
}
