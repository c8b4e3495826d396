import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { encode } from 'uqr'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { PasskeySection } from '../parts/passkey-section.tsx'
import { PasswordSection } from '../parts/password-section.tsx'
import { pathOf } from '../parts/qr-code.tsx'
import { type RefusedForm, refusedOf } from '../parts/refused-form.tsx'
import { SecondFactorSection, type SecondFactorSetup } from '../parts/second-factor-section.tsx'
import { SessionSection } from '../parts/session-section.tsx'

const here = '/account/security'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const [me, sessions, passkeys] = await load(request, () =>
    Promise.all([api.people.me({}), api.people.sessions.list({}), api.people.passkeys.list({})]),
  )
  return { me, sessions: sessions.rows, passkeys: passkeys.rows }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string, text } = fieldsOf(form)
  const password = (name: string) => String(form.get(name) ?? '')
  return attempt(form, async () => {
    switch (text('intent')) {
      case 'password':
        await api.people.changePassword({ current: password('current'), next: password('next') })
        return redirectSaying(here, 'people:done.passwordChanged')
      case 'factor-begin':
        return { setup: drawn(await api.people.twoFactor.enable({ password: password('password') })) }
      case 'factor-confirm':
        await api.people.twoFactor.confirm({ code: string('code').replaceAll(/\s/g, '') })
        return redirectSaying(here, 'people:done.factorOn')
      case 'factor-end':
        await api.people.twoFactor.disable({ password: password('password') })
        return redirectSaying(here, 'people:done.factorOff')
      case 'passkey-remove':
        await api.people.passkeys.remove({ id: string('id') })
        return redirectSaying(here, 'people:done.passkeyRemoved')
      default:
        await api.people.sessions.revoke({ id: string('id') })
        return redirectSaying(here, 'people:done.sessionEnded')
    }
  })
}

function drawn({ uri, secret, spareCodes }: { uri: string; secret: string; spareCodes: string[] }): SecondFactorSetup {
  return { secret, spareCodes, qr: pathOf(encode(uri, { ecc: 'M', border: 2 }).data) }
}

export default function AccountSecurity() {
  const { me, sessions, passkeys } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const answer = useActionData<RefusedForm>()
  const setup = answer && 'setup' in answer ? (answer.setup as SecondFactorSetup) : undefined
  return (
    <>
      <Head title={t('security.title')} hidden />
      <PasswordSection hasPassword={me.hasPassword} email={me.email} refused={refusedOf(answer, 'password')} />
      <SecondFactorSection
        on={me.secondFactor}
        hasPassword={me.hasPassword}
        setup={setup}
        refused={refusedOf(answer, 'factor-begin', 'factor-confirm', 'factor-end')}
      />
      <PasskeySection passkeys={passkeys} />
      <SessionSection sessions={sessions} />
    </>
  )
}
