import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
} from 'react-router'
import { Avatar } from '#ui/avatar.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { countryName } from '../../vocabularies/countries.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const invitation = await load(request, () => api.organisations.invitation({ secret: params.secret ?? '' }))
  return { invitation, signedIn: reader !== null }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  return attempt(form, async () => {
    const secret = params.secret ?? ''
    const { organisation } = await api.invitation({ secret })
    await api.acceptInvitation({ secret })
    return redirectSaying(`/organisations/${organisation.slug}`, 'organisations:done.joined')
  })
}

/** What an invitation from a mail says, and the way in. */
export default function Invitation() {
  const { invitation, signedIn } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  const { pathname } = useLocation()
  const { organisation, role, invitedBy, email, expiresAt, state } = invitation
  const name = organisation.displayName
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const onward = `?to=${encodeURIComponent(pathname)}`
  return (
    <Page width="text">
      <Head title={t('invitation.title', { name })} hidden />
      <PageHeader
        media={<Avatar name={name} kind="organisation" size={4} />}
        title={t('invitation.title', { name })}
        lead={invitedBy ? t('invitation.lead', { inviter: invitedBy, name }) : t('invitation.leadNobody', { name })}
      />
      <ErrorSummary errors={refused?.problem.errors} />
      {state !== 'open' && (
        <Notice
          tone="warning"
          title={state === 'accepted' ? t('invitation.used') : t('invitation.expired')}
          actions={<LinkButton to="/my/organisations">{t('mine.title')}</LinkButton>}
        />
      )}
      <DescriptionList
        facts={[
          {
            term: t('invitation.organisation'),
            value: (
              <>
                <Link to={`/organisations/${organisation.slug}`}>{name}</Link>
                {`, ${[organisation.city, countryName(organisation.country, i18n.language)].filter(Boolean).join(', ')}`}
              </>
            ),
          },
          { term: t('invitation.as'), value: `${t(`role.${role}`)}: ${t(`roleHint.${role}`)}` },
          { term: t('invitation.to'), value: email },
          { term: t('invite.until'), value: state === 'open' && date.format(new Date(expiresAt)) },
        ]}
      />
      {state === 'open' &&
        (signedIn ? (
          <Form method="post" className="e-form mt-6">
            <FormActions note={t('invitation.next')}>
              <Button kind="primary" icon="check" pending={pending}>
                {t('invitation.accept')}
              </Button>
              <LinkButton kind="quiet" to="/my/organisations">
                {t('invitation.later')}
              </LinkButton>
            </FormActions>
          </Form>
        ) : (
          <Notice
            title={t('invitation.signInFirst', { email })}
            actions={
              <>
                <LinkButton kind="primary" to={`/sign-in${onward}`}>
                  {t('join.signIn')}
                </LinkButton>
                <LinkButton to={`/join${onward}`}>{t('join.account')}</LinkButton>
              </>
            }
          >
            {t('invitation.signInText')}
          </Notice>
        ))}
    </Page>
  )
}
