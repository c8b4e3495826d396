import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import type { z } from 'zod'
import { Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { Refused } from '#web/form.ts'
import type { invitationView } from '../schema.ts'
import { memberRoles } from './choices.tsx'

interface Props {
  rows: readonly z.infer<typeof invitationView>[]
  owners: boolean
  refused?: Refused | undefined
}

/** Invites somebody by mail, and shows who was invited and has not come yet. */
export function InvitationsPart({ rows, owners, refused }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const pending = useNavigation().formData?.get('intent') === 'invite'
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const mine = refused?.values.intent === 'invite' ? refused : undefined
  const roles = owners ? memberRoles : memberRoles.filter((role) => role !== 'owner')
  return (
    <Section title={t('invite.title')} lead={t('invite.lead')} id="invite">
      {rows.length > 0 && (
        <DataTable
          caption={t('invite.open')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'email', header: t('people.email'), cell: ({ email }) => email },
            { key: 'role', header: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
            { key: 'by', header: t('invite.by'), cell: ({ invitedBy }) => invitedBy },
            {
              key: 'until',
              header: t('invite.until'),
              cell: ({ state, expiresAt }) =>
                state === 'expired' ? (
                  <Status tone="warning">{t('invite.expired')}</Status>
                ) : (
                  date.format(new Date(expiresAt))
                ),
            },
            {
              key: 'withdraw',
              header: t('invite.change'),
              cell: ({ id, email }) => (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="id" value={id} />
                  <Button size="small" kind="quiet">
                    {t('invite.withdraw')}
                    <VisuallyHidden>{`: ${email}`}</VisuallyHidden>
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <Form method="post" className="e-form mt-4" noValidate key={rows.length}>
        <input type="hidden" name="intent" value="invite" />
        <TextInput
          name="email"
          type="email"
          label={t('invite.email')}
          required
          autoComplete="off"
          defaultValue={String(mine?.values.email ?? '')}
          error={mine?.problem.errors.email}
        />
        <RadioGroup
          name="role"
          label={t('invite.as')}
          required
          cards
          defaultValue={String(mine?.values.role ?? 'member')}
          error={mine?.problem.errors.role}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }))}
        />
        <FormActions note={t('invite.next')}>
          <Button icon="mail" pending={pending}>
            {t('invite.send')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
