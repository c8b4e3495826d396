import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useLoaderData, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  return load(request, () => requestOf(context).api.notifications.subscription({ token: tokenOf(request) }))
}

/**
 * Stops the mail that the address names, whatever the form says: mail programs post here by themselves (RFC 8058). They
 * follow no redirect, so the page itself is the answer.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  return load(request, () => requestOf(context).api.notifications.unsubscribe({ token: tokenOf(request) }))
}

/** Where the link at the end of a mail leads. */
export default function Unsubscribe() {
  const { kind, stopped } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  const pending = useNavigation().state !== 'idle'
  const what = kind ? t(`kind.${kind}`) : t('stop.everything')
  return (
    <Page width="text">
      <Head title={t('stop.title')} hidden />
      <PageHeader
        title={stopped ? t('stop.stopped') : t('stop.title')}
        lead={t(stopped ? 'stop.stoppedText' : 'stop.text', { what })}
      />
      {!stopped && (
        <Form method="post">
          <Button kind="primary" icon="mail" pending={pending}>
            {t('stop.do')}
          </Button>
        </Form>
      )}
      <p className="e-button-group">
        <LinkButton kind="quiet" icon="settings" to="/account/notifications">
          {t('stop.settings')}
        </LinkButton>
      </p>
    </Page>
  )
}
