import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const answer = await load(request, async () => {
    const organisation = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    const mine = reader ? await api.organisations.mine({}) : null
    const request = mine?.requests.find(({ id }) => id === organisation.id) ?? null
    const invitation = mine?.invitations.find((each) => each.organisation.id === organisation.id) ?? null
    const unconfirmed = reader !== null && !reader.emailVerified && !organisation.can.leave
    return { organisation, request, invitation, signedIn: reader !== null, unconfirmed }
  })
  if (answer.signedIn && !answer.organisation.can.claim && !answer.unconfirmed)
    throw redirect(`/organisations/${answer.organisation.slug}`)
  return answer
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const { id: organisation, slug } = await api.getBySlug({ slug: params.slug ?? '' })
    const here = `/organisations/${slug}/join`
    const asking = { organisation, message: string('message') }
    switch (text('intent')) {
      case 'withdraw':
        await api.withdrawRequest({ organisation })
        return redirectSaying(here, 'organisations:done.withdrawn')
      case 'takeOver':
        await api.takeOver(asking)
        return redirectSaying(here, 'organisations:done.asked')
      default:
        await api.askToJoin(asking)
        return redirectSaying(here, 'organisations:done.asked')
    }
  })
}

/** Asks to act for an organisation, or to keep a profile that nobody keeps. */
export default function JoinOrganisation() {
  const { organisation, request, invitation, signedIn, unconfirmed } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  const { displayName: name, slug, managed } = organisation
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const here = `/organisations/${slug}/join`
  const takingOver = refused?.values.intent === 'takeOver'
  const who = managed ? 'managers' : 'moderators'
  const waits = request?.state === 'asked'
  return (
    <Page width="text">
      <Head title={t('join.title', { name })} hidden />
      <PageHeader
        title={managed ? t('join.title', { name }) : t('join.titleClaim', { name })}
        lead={managed ? t('join.lead', { name }) : t('join.leadClaim', { name })}
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: name, to: `/organisations/${slug}` },
        ]}
      />
      <ErrorSummary errors={refused?.problem.errors} />
      {invitation && (
        <Notice
          tone="success"
          title={t('join.invited', { name })}
          actions={<LinkButton to="/my/organisations">{t('join.seeInvitation')}</LinkButton>}
        />
      )}
      {request?.state === 'declined' && (
        <Notice tone="warning" title={t('join.declined')}>
          {request.reason && <p>{t('join.because', { reason: request.reason })}</p>}
          <p>{t('join.askAgain')}</p>
        </Notice>
      )}
      {waits ? (
        <Notice
          title={t('join.waiting', { date: date.format(new Date(request.askedAt)) })}
          actions={
            <Form method="post">
              <input type="hidden" name="intent" value="withdraw" />
              <Button pending={pending}>{t('join.withdraw')}</Button>
            </Form>
          }
        >
          {request.takeOver ? t('join.waitingTakeOver') : t(`join.waitingFor.${who}`)}
        </Notice>
      ) : unconfirmed ? (
        <Notice
          tone="warning"
          title={t('join.confirmFirst')}
          actions={<LinkButton to="/check-mail">{t('join.confirmAddress')}</LinkButton>}
        >
          {t('join.confirmText')}
        </Notice>
      ) : signedIn ? (
        <Form method="post" className="e-form" noValidate>
          <TextArea
            name="message"
            label={t('join.message')}
            hint={managed ? t('join.messageHint') : t('join.messageHintClaim')}
            limit={1000}
            rows={4}
            defaultValue={takingOver ? '' : String(refused?.values.message ?? '')}
            error={takingOver ? undefined : refused?.problem.errors.message}
          />
          <FormActions note={t(`join.next.${who}`)}>
            <Button kind="primary" pending={pending}>
              {managed ? t('join.ask') : t('join.claim')}
            </Button>
            <LinkButton kind="quiet" to={`/organisations/${slug}`}>
              {t('form.cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      ) : (
        <Notice
          title={t('join.signInFirst')}
          actions={
            <>
              <LinkButton kind="primary" to={`/sign-in?to=${encodeURIComponent(here)}`}>
                {t('join.signIn')}
              </LinkButton>
              <LinkButton to={`/join?to=${encodeURIComponent(here)}`}>{t('join.account')}</LinkButton>
            </>
          }
        >
          {t('join.signInText')}
        </Notice>
      )}
      <Section title={t('join.how')}>
        <Timeline
          entries={(['ask', 'decide', 'act'] as const).map((step, index) => ({
            key: step,
            when: t('join.step', { number: index + 1 }),
            title: t(`join.${step}Step.${step === 'decide' ? who : 'title'}`),
            children: <p>{t(`join.${step}Step.text`)}</p>,
            state: waits && index === 0 ? 'done' : index === (waits ? 1 : 0) ? 'current' : 'ahead',
          }))}
        />
      </Section>
      {signedIn && !unconfirmed && managed && !(waits && request.takeOver) && (
        <Disclosure summary={t('join.nobodyThere')} open={takingOver}>
          <p>{t('join.takeOverText')}</p>
          <Form method="post" className="e-form" noValidate>
            <input type="hidden" name="intent" value="takeOver" />
            <TextArea
              id="take-over-message"
              name="message"
              label={t('join.takeOverMessage')}
              hint={t('join.messageHintClaim')}
              limit={1000}
              rows={3}
              defaultValue={takingOver ? String(refused.values.message ?? '') : ''}
            />
            <FormActions>
              <Button pending={pending}>{t('join.takeOver')}</Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </Page>
  )
}
