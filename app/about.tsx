import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Prose } from '#ui/prose.tsx'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

export function loader({ context }: LoaderFunctionArgs) {
  const { reader, demo } = requestOf(context)
  return { joined: reader !== null, demo }
}

const promises = ['answer', 'explain', 'disclose', 'languages', 'leave'] as const

/** What this is, for whom, and what it keeps to. */
export default function About() {
  const { joined, demo } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  return (
    <Page width="text">
      <Head title={t('about.title')} description={t('about.lead')} />
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      <Prose>
        <h2>{t('about.forWhom')}</h2>
        <p>{t('about.forWhomText')}</p>
        <h2>{t('about.keeps')}</h2>
        <ul>
          {promises.map((name) => (
            <li key={name}>
              <strong>{t(`about.promise.${name}.title`)}</strong> {t(`about.promise.${name}.text`)}
            </li>
          ))}
        </ul>
        <h2>{t('about.open')}</h2>
        <p>
          {t('about.openText')} <Link to="/developers">{t('nav.developers')}</Link>
        </p>
        {demo && (
          <>
            <h2>{t('about.demo')}</h2>
            <p>{t('about.demoText')}</p>
          </>
        )}
      </Prose>
      <p className="e-button-group">
        <LinkButton kind="primary" to={joined ? '/home' : '/join'}>
          {t(joined ? 'nav.home' : 'nav.join')}
        </LinkButton>
        <LinkButton to="/discover">{t('nav.discover')}</LinkButton>
      </p>
    </Page>
  )
}
