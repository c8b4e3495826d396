import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Prose } from '#ui/prose.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

type Purpose = 'join' | 'link' | 'password'

const again: Record<Purpose, string> = { join: '/sign-in', link: '/sign-in/link', password: '/forgot-password' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { keepsMail, answerHeaders } = requestOf(context)
  // Its address holds somebody's.
  answerHeaders.set('Cache-Control', 'no-store')
  const params = new URL(request.url).searchParams
  const wanted = params.get('for')
  const purpose: Purpose = wanted === 'link' || wanted === 'password' ? wanted : 'join'
  return {
    email: params.get('email')?.slice(0, 200) || null,
    purpose,
    keepsMail,
  }
}

export default function CheckMail() {
  const { email, purpose, keepsMail } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  return (
    <Page width="text">
      <Head title={t('checkMail.title')} hidden />
      <PageHeader
        title={t('checkMail.title')}
        lead={email ? t(`checkMail.${purpose}`, { email }) : t('checkMail.anywhere')}
      />
      {keepsMail && (
        <Notice
          title={t('checkMail.keptTitle')}
          actions={
            <LinkButton size="small" to="/sign-in?to=/outbox">
              {t('checkMail.keptAction')}
            </LinkButton>
          }
        >
          {t('checkMail.keptText')}
        </Notice>
      )}
      <Prose>
        <h2>{t('checkMail.nothing')}</h2>
        <ul>
          <li>{t('checkMail.wait')}</li>
          <li>{t('checkMail.spam')}</li>
          <li>{t('checkMail.typo')}</li>
        </ul>
      </Prose>
      <p className="e-button-group">
        <LinkButton to={again[purpose]}>{t(`checkMail.again.${purpose}`)}</LinkButton>
      </p>
    </Page>
  )
}
