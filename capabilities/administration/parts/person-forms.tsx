import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import { siteRoles } from './choices.tsx'

interface Props {
  person: { id: string; name: string; email: string; siteRoles: readonly string[] }
  refused?: Refused | undefined
  cancelTo: string
}

/** Shuts a person out, confirmed by their address. */
export function SuspendPerson({ person, refused, cancelTo }: Props) {
  const { t } = useTranslation('administration')
  const pending = useNavigation().state !== 'idle'
  const errors = refused?.problem.errors
  return (
    <Section title={t('people.suspendTitle', { name: person.name })} id="person">
      <ConfirmByName
        name={person.email}
        warning={t('people.suspendWarn', { name: person.name })}
        label={t('people.suspendDo')}
        error={errors?.confirmation}
        pending={pending}
      >
        <input type="hidden" name="intent" value="suspend" />
        <input type="hidden" name="id" value={person.id} />
        <TextArea
          name="reason"
          label={t('people.reason')}
          hint={t('people.reasonHint')}
          required
          minLength={10}
          limit={1000}
          rows={3}
          defaultValue={String(refused?.values.reason ?? '')}
          error={errors?.reason}
        />
      </ConfirmByName>
      <LinkButton kind="quiet" to={cancelTo}>
        {t('cancel')}
      </LinkButton>
    </Section>
  )
}

/** Which roles a person has on the site. */
export function SiteRoles({ person, refused, cancelTo }: Props) {
  const { t } = useTranslation('administration')
  const pending = useNavigation().state !== 'idle'
  return (
    <Section title={t('people.rolesTitle', { name: person.name })} id="person">
      <Form method="post" className="e-form">
        <input type="hidden" name="intent" value="roles" />
        <input type="hidden" name="id" value={person.id} />
        <CheckboxGroup
          name="roles"
          label={t('people.roles')}
          error={refused?.problem.errors.roles}
          defaultValue={person.siteRoles}
          options={siteRoles.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`roleHint.${role}`),
          }))}
        />
        <FormActions>
          <Button pending={pending}>{t('people.saveRoles')}</Button>
          <LinkButton kind="quiet" to={cancelTo}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Section>
  )
}
