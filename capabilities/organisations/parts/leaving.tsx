import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { LinkButton } from '#ui/button.tsx'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import type { Refused } from '#web/form.ts'
import type { memberView } from '../schema.ts'

type Member = z.infer<typeof memberView>

interface Props {
  name: string
  rows: readonly Member[]
  self: string
  refused?: Refused | undefined
  /** Whether the form is open already. */
  open: boolean
}

/** Stops acting for an organisation; an owner may hand it over in the same step. */
export function Leaving({ name, rows, self, refused, open }: Props) {
  const { t } = useTranslation('organisations')
  const own = rows.find(({ person }) => person === self)
  const others = rows.filter(({ person, suspended }) => person !== self && !suspended)
  const last = own?.role === 'owner' && !others.some(({ role }) => role === 'owner')
  const errors = refused?.values.intent === 'leave' ? refused.problem.errors : undefined
  return (
    <Section title={t('leave.title')} lead={last ? t('leave.leadLast') : t('leave.lead')} id="leave">
      {open || errors ? (
        <ConfirmByName
          name={name}
          warning={others.length === 0 ? t('leave.warnAlone') : t('leave.warn')}
          label={t('leave.do')}
          error={errors?.confirmation}
        >
          <input type="hidden" name="intent" value="leave" />
          {own?.role === 'owner' && others.length > 0 && (
            <Select
              name="successor"
              label={t('leave.successor')}
              hint={t('leave.successorHint')}
              required={last}
              placeholder={last ? t('leave.choose') : t('leave.nobody')}
              defaultValue={String(errors ? (refused?.values.successor ?? '') : '')}
              error={errors?.successor}
              options={others
                .filter(({ role }) => last || role !== 'owner')
                .map(({ person, name: other }) => ({ value: person, label: other }))}
            />
          )}
        </ConfirmByName>
      ) : (
        <div>
          <LinkButton kind="quiet" icon="signOut" to="?leave=1#leave" preventScrollReset>
            {own?.role === 'owner' ? t('leave.handOver') : t('leave.begin')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
