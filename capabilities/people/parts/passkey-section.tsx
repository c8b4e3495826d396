import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Section } from '#ui/section.tsx'
import type { passkeyView } from '../schema.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { PasskeyAdding } from './passkey.tsx'

/** One's passkeys, and how to add one. */
export function PasskeySection({ passkeys }: { passkeys: z.infer<typeof passkeyView>[] }) {
  const { t, i18n } = useTranslation('people')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <Section id="passkeys" title={t('passkey.title')} lead={t('passkey.lead')}>
      {passkeys.length > 0 && (
        <ul className="divide-y divide-rule border-y border-rule">
          {passkeys.map(({ id, name, backedUp, createdAt }) => {
            const label = name || t('passkey.unnamed')
            return (
              <li key={id} className="space-y-1 py-3">
                <p className="font-semibold">{label}</p>
                <p className="text-sm text-ink-soft">
                  {createdAt && t('passkey.since', { date: date.format(new Date(createdAt)) })}
                  {backedUp && ` · ${t('passkey.backedUp')}`}
                </p>
                <ConfirmStep
                  summary={t('passkey.remove')}
                  question={t('passkey.removeText', { name: label })}
                  label={t('passkey.removeDo', { name: label })}
                  intent="passkey-remove"
                  id={id}
                />
              </li>
            )
          })}
        </ul>
      )}
      <PasskeyAdding />
      <noscript>
        <p>{t('passkey.noScript')}</p>
      </noscript>
    </Section>
  )
}
