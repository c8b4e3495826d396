import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Status } from '#ui/badge.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'
import { NoPassword } from './address-section.tsx'
import { PasswordInput } from './password-input.tsx'
import { QrCode, type QrPath } from './qr-code.tsx'

/** A second factor being set up: shown until it is confirmed, and never again. */
export interface SecondFactorSetup {
  secret: string
  spareCodes: string[]
  qr: QrPath
}

interface Props {
  on: boolean
  hasPassword: boolean
  setup: SecondFactorSetup | undefined
  refused: Refused | undefined
}

/** The second factor: set up in two steps, turned off with the password. */
export function SecondFactorSection({ on, hasPassword, setup, refused }: Props) {
  const { t } = useTranslation('people')
  const errors = refused?.problem.errors
  const begun = setup ?? setupIn(refused)
  return (
    <Section
      id="second-factor"
      title={t('factor.title')}
      lead={t('factor.lead')}
      action={<Status tone={on ? 'success' : 'neutral'}>{t(on ? 'factor.on' : 'factor.off')}</Status>}
    >
      {begun ? (
        <Confirming setup={begun} errors={errors} />
      ) : !hasPassword ? (
        <NoPassword />
      ) : (
        <Disclosure summary={t(on ? 'factor.end' : 'factor.begin')} open={refused !== undefined}>
          <Form method="post" action="/account/security#second-factor" className="e-form" noValidate>
            <ErrorSummary errors={errors} />
            <input type="hidden" name="intent" value={on ? 'factor-end' : 'factor-begin'} />
            {on && <p>{t('factor.endText')}</p>}
            <PasswordInput id="f-factor-password" label={t('field.currentPassword')} error={errors?.password} />
            <FormActions>
              <Button type="submit" kind={on ? 'danger' : 'plain'}>
                {t(on ? 'factor.end' : 'factor.next')}
              </Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}

/** A wrong code must not lose what is shown only once: the form sent it along, so it comes back. */
function setupIn(refused: Refused | undefined): SecondFactorSetup | undefined {
  const sent = refused?.values.setup
  return typeof sent === 'string' ? JSON.parse(sent) : undefined
}

function Confirming({ setup, errors }: { setup: SecondFactorSetup; errors: Record<string, string> | undefined }) {
  const { t } = useTranslation('people')
  const { secret, spareCodes, qr } = setup
  return (
    <Form method="post" action="/account/security#second-factor" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="factor-confirm" />
      <input type="hidden" name="setup" value={JSON.stringify(setup)} />
      <ol className="list-decimal space-y-5 ps-5">
        <li className="space-y-3">
          <p>{t('factor.scan')}</p>
          <QrCode code={qr} label={t('factor.qr')} />
          <CopyField label={t('factor.secret')} value={secret} />
        </li>
        <li className="space-y-3">
          <p>{t('factor.spare')}</p>
          <ul className="grid max-w-prose grid-cols-2 gap-x-6 gap-y-1 bg-sunken p-4 font-mono sm:grid-cols-3">
            {spareCodes.map((spare) => (
              <li key={spare}>{spare}</li>
            ))}
          </ul>
        </li>
        <li>
          <TextInput
            name="code"
            label={t('factor.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            short
            required
            error={errors?.code}
          />
        </li>
      </ol>
      <FormActions>
        <Button kind="primary" type="submit">
          {t('factor.confirm')}
        </Button>
        <LinkButton kind="quiet" to="/account/security">
          {t('cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
