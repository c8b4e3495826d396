import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { LetterText } from '../parts/letter-text.tsx'
import { MailStatus } from '../parts/mail-status.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, origin } = requestOf(context)
  const letter = await load(request, () => api.administration.mail.get({ id: params.id ?? '' }))
  return { letter, origin }
}

export default function Letter() {
  const { letter, origin } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const { subject, to, state, locale, text, html, createdAt, sentAt, attempts, lastError } = letter
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Page>
      <Head title={subject} hidden />
      <PageHeader
        breadcrumbs={[{ label: t('outbox.title'), to: '/outbox' }]}
        title={<span lang={locale}>{subject}</span>}
      />
      <WithAside
        aside={
          <DescriptionList
            facts={[
              { term: t('outbox.to'), value: <span className="[overflow-wrap:anywhere]">{to}</span> },
              { term: t('outbox.state'), value: <MailStatus state={state} /> },
              { term: t('outbox.at'), value: date.format(new Date(createdAt)) },
              { term: t('letter.sentAt'), value: sentAt && date.format(new Date(sentAt)) },
              { term: t('letter.attempts'), value: attempts > 1 && attempts },
              { term: t('letter.lastError'), value: lastError },
            ]}
          />
        }
      >
        {text === null ? (
          <Notice title={t('letter.unseenTitle')}>
            {t(state === 'queued' ? 'letter.waiting' : 'letter.forgotten')}
          </Notice>
        ) : (
          <LetterText text={text} origin={origin} lang={locale} />
        )}
        {html !== null && (
          <div className="mt-6">
            <Disclosure summary={t('letter.html')}>
              {/* No scripts, no forms, no origin of its own: only its links lead out, and only when pressed. */}
              <iframe
                title={t('letter.html')}
                sandbox="allow-top-navigation-by-user-activation"
                srcDoc={html.replace('<head>', '<head><base target="_top">')}
                className="h-[32rem] w-full border border-rule bg-white"
              />
            </Disclosure>
          </div>
        )}
      </WithAside>
    </Page>
  )
}
