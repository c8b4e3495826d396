import { useTranslation } from 'react-i18next'
import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Status } from '#ui/badge.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader, keepsMail } = requestOf(context)
  const me = await load(request, () => api.people.me({}))
  const joined = (reader?.organisations.length ?? 0) > 0
  const posted = joined ? (await load(request, () => api.listings.mine({ perPage: 1 }))).total > 0 : false
  return { name: me.name, email: me.email, confirmed: me.emailVerified, joined, posted, keepsMail }
}

/** The first three steps, each with what it is for, and where one stands. */
export default function Welcome() {
  const { name, email, confirmed, joined, posted, keepsMail } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const done = (is: boolean) =>
    is ? <Status tone="success">{t('welcome.done')}</Status> : <Status>{t('welcome.open')}</Status>
  const first = !confirmed ? 'address' : !joined ? 'organisation' : !posted ? 'need' : undefined
  const kind = (step: typeof first) => (step === first ? ('primary' as const) : undefined)
  return (
    <Page width="text">
      <Head title={t('welcome.title', { name })} hidden />
      <PageHeader title={t('welcome.title', { name })} lead={t(first ? 'welcome.lead' : 'welcome.allDone')} />
      <Section
        title={t('welcome.address.title')}
        lead={t(confirmed ? 'welcome.address.confirmed' : 'welcome.address.text', { email })}
        action={done(confirmed)}
      >
        {!confirmed && (
          <div className="e-button-group">
            {keepsMail && (
              <LinkButton kind={kind('address')} icon="mail" to="/outbox">
                {t('welcome.address.read')}
              </LinkButton>
            )}
            <Form method="post" action="/account?index">
              <input type="hidden" name="intent" value="confirm" />
              <Button type="submit" kind={keepsMail ? undefined : kind('address')}>
                {t('profile.confirmAgain')}
              </Button>
            </Form>
          </div>
        )}
      </Section>
      <Section title={t('welcome.organisation.title')} lead={t('welcome.organisation.text')} action={done(joined)}>
        {!joined && (
          <div className="e-button-group">
            <LinkButton kind={kind('organisation')} icon="search" to="/organisations">
              {t('welcome.organisation.join')}
            </LinkButton>
            <LinkButton icon="plus" to="/organisations/new">
              {t('welcome.organisation.add')}
            </LinkButton>
          </div>
        )}
      </Section>
      <Section title={t('welcome.need.title')} lead={t('welcome.need.text')} action={done(posted)}>
        {!posted && (
          <div className="e-button-group">
            <LinkButton kind={kind('need')} icon="plus" to="/listings/new?side=need">
              {t('welcome.need.do')}
            </LinkButton>
            <LinkButton to="/discover">{t('welcome.need.look')}</LinkButton>
          </div>
        )}
      </Section>
      {!first && (
        <p className="e-button-group">
          <LinkButton kind="primary" to="/home">
            {t('welcome.home')}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}
