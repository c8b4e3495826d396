import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Badge, Status } from '#ui/badge.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { countryName } from '../../vocabularies/countries.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, () => api.organisations.mine({}))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  const here = '/my/organisations'
  return attempt(form, async () => {
    const id = string('id')
    switch (text('intent')) {
      case 'accept':
        await api.acceptInvitation({ id })
        return redirectSaying(here, 'organisations:done.joined')
      case 'decline':
        await api.declineInvitation({ id })
        return redirectSaying(here, 'organisations:done.invitationDeclined')
      default:
        await api.withdrawRequest({ organisation: id })
        return redirectSaying(here, 'organisations:done.withdrawn')
    }
  })
}

/** All that ties a person to organisations. */
export default function MyOrganisations() {
  const { memberships, requests, invitations } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const place = ({ city, country }: { city: string; country: string }) =>
    [city, countryName(country, i18n.language)].filter(Boolean).join(', ')
  const deed = (intent: string, id: string, label: string, name: string, icon?: 'check') => (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button name="intent" value={intent} icon={icon} kind={icon ? 'plain' : 'quiet'}>
        {label}
        <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
      </Button>
    </Form>
  )
  const find = (
    <SearchBox id="find-mine" action="/organisations" label={t('mine.find')} placeholder={t('mine.findHint')} />
  )
  return (
    <Page>
      <Head title={t('mine.title')} hidden />
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          <LinkButton kind="primary" icon="plus" to="/organisations/new">
            {t('list.add')}
          </LinkButton>
        }
      />
      <ErrorSummary errors={refused?.problem.errors} />
      {invitations.length > 0 && (
        <Section title={t('mine.invitations')}>
          <CardList>
            {invitations.map(({ id, organisation, role, invitedBy, expiresAt }) => (
              <Card
                key={id}
                title={organisation.displayName}
                to={`/organisations/${organisation.slug}`}
                kicker={<Badge tone="accent">{t(`role.${role}`)}</Badge>}
                foot={
                  <>
                    <span>{place(organisation)}</span>
                    <span>{t('mine.holdsUntil', { date: date.format(new Date(expiresAt)) })}</span>
                  </>
                }
              >
                <p>{invitedBy ? t('mine.invitedBy', { name: invitedBy }) : t('mine.invited')}</p>
                <div className="e-button-group mt-2">
                  {deed('accept', id, t('invitation.accept'), organisation.displayName, 'check')}
                  {deed('decline', id, t('mine.decline'), organisation.displayName)}
                </div>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      {memberships.length === 0 ? (
        <EmptyState icon="building" title={t('mine.empty')} action={find}>
          {t('mine.emptyText')}
        </EmptyState>
      ) : (
        <Section title={t('mine.acting')}>
          <CardList>
            {memberships.map((row) => (
              <Card
                key={row.id}
                title={row.displayName}
                to={`/organisations/${row.slug}`}
                kicker={
                  <>
                    <Badge>{t(`role.${row.role}`)}</Badge>
                    {row.verified && <Status tone="success">{t('standing.verified')}</Status>}
                    {row.waiting > 0 && (
                      <Status tone="warning">
                        <Link to={`/organisations/${row.slug}/people`}>
                          {t('mine.waiting', { count: row.waiting })}
                        </Link>
                      </Status>
                    )}
                  </>
                }
                foot={
                  <>
                    <span>{place(row)}</span>
                    {row.role !== 'member' && (
                      <Link to={`/organisations/${row.slug}/edit`}>
                        {t('show.edit')}
                        <VisuallyHidden>{`: ${row.displayName}`}</VisuallyHidden>
                      </Link>
                    )}
                    <Link to={`/organisations/${row.slug}/people`}>
                      {t('show.people')}
                      <VisuallyHidden>{`: ${row.displayName}`}</VisuallyHidden>
                    </Link>
                    <Link to={`/organisations/${row.slug}/members`}>
                      {t('tab.members')}
                      <VisuallyHidden>{`: ${row.displayName}`}</VisuallyHidden>
                    </Link>
                  </>
                }
              />
            ))}
          </CardList>
        </Section>
      )}
      {requests.length > 0 && (
        <Section title={t('mine.requests')}>
          <CardList>
            {requests.map((row) => (
              <Card
                key={row.id}
                title={row.displayName}
                to={`/organisations/${row.slug}`}
                kicker={
                  <>
                    {row.state === 'asked' ? (
                      <Status tone="info">{t('mine.asked')}</Status>
                    ) : (
                      <Status tone="warning">{t('join.declined')}</Status>
                    )}
                    {row.takeOver && <Badge>{t('requests.takeOver')}</Badge>}
                  </>
                }
                foot={<span>{t('requests.asked', { date: date.format(new Date(row.askedAt)) })}</span>}
              >
                {row.reason && <p>{t('join.because', { reason: row.reason })}</p>}
                <div className="e-button-group mt-2">
                  {row.state === 'declined' && (
                    <LinkButton to={`/organisations/${row.slug}/join`}>{t('mine.again')}</LinkButton>
                  )}
                  {deed(
                    'withdraw',
                    row.id,
                    row.state === 'asked' ? t('join.withdraw') : t('mine.forget'),
                    row.displayName,
                  )}
                </div>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      {memberships.length > 0 && (
        <Section title={t('mine.another')} lead={t('mine.anotherText')}>
          {find}
        </Section>
      )}
    </Page>
  )
}
