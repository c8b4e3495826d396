import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Head } from '#web/head.tsx'

const known = [401, 403, 404, 429, 503]

/** What a person sees instead of the page: what happened, and where to go from here. */
export function ErrorPage({ status, message }: { status: number; message?: string | undefined }) {
  const { t } = useTranslation('app')
  const kind = known.includes(status) ? String(status) : status < 500 ? '400' : '500'
  return (
    <Page width="text">
      <Head title={t(`error.${kind}.title`)} hidden />
      <PageHeader title={t(`error.${kind}.title`)} lead={message ?? t(`error.${kind}.text`)} />
      <p className="e-button-group">
        <LinkButton to="/" kind="primary">
          {t('error.home')}
        </LinkButton>
        <LinkButton to="/search">{t('error.search')}</LinkButton>
      </p>
    </Page>
  )
}
