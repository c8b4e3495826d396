import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { misnamed, useRefused } from '../parts/confirmation.tsx'
import { InvitationsPart } from '../parts/invitations-part.tsx'
import { JoinRequests } from '../parts/join-requests.tsx'
import { Leaving } from '../parts/leaving.tsx'

import { OrganisationTabs } from '../parts/organisation-tabs.tsx'
import { PeopleTable } from '../parts/people-table.tsx'
import type { MemberRole } from '../schema.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const asked = new URL(request.url).searchParams
  return load(request, async () => {
    const organisation = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    const { id, can } = organisation
    const [people, invitations, requests] = await Promise.all([
      api.organisations.people({ organisation: id }),
      can.manage ? api.organisations.invitations({ organisation: id }) : null,
      can.admit || can.verify ? api.organisations.requests({ organisation: id, perPage: 100 }) : null,
    ])
    return {
      organisation,
      people,
      invitations: invitations?.rows ?? [],
      requests: requests?.rows ?? [],
      self: reader?.id,
      owners: reader?.administrator || reader?.organisations.find((own) => own.id === id)?.role === 'owner',
      removing: asked.get('remove'),
      leaving: asked.has('leave'),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  const { text, string, checked } = fieldsOf(form)
  const role = () => string('role') as MemberRole
  return attempt(form, async () => {
    const { id: organisation, slug, displayName } = await api.getBySlug({ slug: params.slug ?? '' })
    const here = `/organisations/${slug}/people`
    const person = string('person')
    switch (text('intent')) {
      case 'role':
        await api.changeRole({ organisation, person, role: role() })
        return redirectSaying(here, 'organisations:done.roleChanged')
      case 'contact':
        await api.setContact({ organisation, person, contact: text('contact') === 'on' })
        return redirectSaying(here, 'organisations:done.saved')
      case 'remove': {
        const { rows } = await api.people({ organisation })
        const refused = misnamed(form, rows.find((row) => row.person === person)?.name ?? '')
        if (refused) return refused
        await api.removePerson({ organisation, person })
        return redirectSaying(here, 'organisations:done.removed')
      }
      case 'leave': {
        const refused = misnamed(form, displayName)
        if (refused) return refused
        await api.leave({ organisation, successor: text('successor') ?? undefined })
        return redirectSaying('/my/organisations', 'organisations:done.left')
      }
      case 'invite':
        await api.invite({ organisation, email: string('email'), role: role() })
        return redirectSaying(`${here}#invite`, 'organisations:done.invited')
      case 'revoke':
        await api.revokeInvitation({ organisation, id: string('id') })
        return redirectSaying(`${here}#invite`, 'organisations:done.revoked')
      default:
        await api.decideRequest({
          organisation,
          person,
          accept: checked('accept'),
          role: (text('role') ?? 'member') as MemberRole,
          reason: string('reason'),
        })
        return redirectSaying(here, checked('accept') ? 'organisations:done.admitted' : 'organisations:done.declined')
    }
  })
}

/** Who acts for an organisation, who was invited, who asks to. */
export default function OrganisationPeople() {
  const { organisation, people, invitations, requests, self, owners, removing, leaving } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('organisations')
  const refused = useRefused()
  const { displayName, slug, can } = organisation
  const leaver = people.rows.find(({ person }) => person === removing)
  return (
    <Page>
      <Head title={t('people.title', { name: displayName })} hidden />
      <PageHeader
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: displayName, to: `/organisations/${slug}` },
        ]}
        title={t('people.heading')}
        lead={people.full ? t('people.lead', { name: displayName }) : t('people.leadContacts', { name: displayName })}
      >
        <OrganisationTabs organisation={organisation} />
      </PageHeader>
      <ErrorSummary errors={refused?.problem.errors} />
      {requests.length > 0 && (
        <Section title={t('requests.title')} lead={t('requests.lead')}>
          <JoinRequests rows={requests} owners={owners ?? false} refused={refused} />
        </Section>
      )}
      {leaver && can.manage && (
        <Section title={t('people.removeTitle', { name: leaver.name })} id="end">
          <ConfirmByName
            name={leaver.name}
            warning={t('people.removeWarn', { name: leaver.name, organisation: displayName })}
            label={t('people.removeDo')}
            error={refused?.values.intent === 'remove' ? refused.problem.errors.confirmation : undefined}
          >
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="person" value={leaver.person} />
          </ConfirmByName>
        </Section>
      )}
      <Section title={t('people.who')}>
        {people.rows.length === 0 ? (
          <EmptyState icon="users" title={t('people.empty')} level={3}>
            {can.claim ? t('people.emptyClaim') : t('people.emptyText')}
          </EmptyState>
        ) : (
          <PeopleTable rows={people.rows} manage={can.manage} owners={owners ?? false} self={self} />
        )}
      </Section>
      {can.manage && <InvitationsPart rows={invitations} owners={owners ?? false} refused={refused} />}
      {can.leave && self && (
        <Leaving name={displayName} rows={people.rows} self={self} refused={refused} open={leaving} />
      )}
    </Page>
  )
}
