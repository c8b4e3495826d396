import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRevalidator } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useHydrated } from '#ui/hydrated.ts'
import { Notice } from '#ui/notice.tsx'
import { TextInput } from '#ui/text-input.tsx'

/** What can be said of a ceremony that came to nothing. */
type Fault = 'cancelled' | 'stale' | 'refused' | 'often'

class Refusal extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return error.fault
  return error instanceof DOMException && error.name === 'InvalidStateError' ? 'refused' : 'cancelled'
}

async function ask(step: string, body?: object) {
  const answer = await fetch(`/api/auth/passkey/${step}`, {
    ...(body
      ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
      : undefined),
  })
  if (answer.ok) return answer.json()
  throw new Refusal(answer.status === 403 ? 'stale' : answer.status === 429 ? 'often' : 'refused')
}

/** Whether this browser can turn WebAuthn's messages from and to JSON by itself; nothing is shown where it cannot. */
function useCeremonies(): boolean {
  return useHydrated() && 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential
}

async function assert(): Promise<void> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask('generate-authenticate-options'))
  const credential = await navigator.credentials.get({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Refusal('cancelled')
  await ask('verify-authentication', { response: credential.toJSON() })
}

async function attest(name: string): Promise<void> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask('generate-register-options'))
  const credential = await navigator.credentials.create({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Refusal('cancelled')
  await ask('verify-registration', { response: credential.toJSON(), ...(name ? { name } : {}) })
}

function useCeremony(run: () => Promise<void>, then: () => void) {
  const [fault, setFault] = useState<Fault>()
  const [pending, setPending] = useState(false)
  async function begin() {
    setFault(undefined)
    setPending(true)
    try {
      await run()
      then()
    } catch (error) {
      setFault(faultOf(error))
    }
    setPending(false)
  }
  return { fault, pending, begin }
}

function FaultNotice({ fault }: { fault: Fault | undefined }) {
  const { t } = useTranslation('people')
  return fault ? (
    <Notice tone={fault === 'cancelled' ? 'info' : 'danger'} live>
      {t(`passkey.fault.${fault}`)}
    </Notice>
  ) : null
}

/** Signs in by fingerprint, face or key. @param to the page to go to then */
export function PasskeySignIn({ to }: { to: string }) {
  const { t } = useTranslation('people')
  const able = useCeremonies()
  // The page is fetched anew: everything on it may look different to who is signed in.
  const { fault, pending, begin } = useCeremony(assert, () => window.location.assign(to))
  if (!able) return null
  return (
    <>
      <Button type="button" icon="lock" pending={pending} onClick={begin}>
        {t('passkey.signIn')}
      </Button>
      <FaultNotice fault={fault} />
    </>
  )
}

/** Adds a passkey to one's account. */
export function PasskeyAdding() {
  const { t } = useTranslation('people')
  const able = useCeremonies()
  const hydrated = useHydrated()
  const revalidator = useRevalidator()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const { fault, pending, begin } = useCeremony(
    () => attest(name.trim()),
    () => {
      setName('')
      void revalidator.revalidate()
      void navigate('/account/security#passkeys', { replace: true, preventScrollReset: true })
    },
  )
  if (!able) return hydrated ? <p className="text-ink-soft">{t('passkey.unable')}</p> : null
  return (
    <div className="e-form">
      <TextInput
        name="passkeyName"
        label={t('passkey.name')}
        hint={t('passkey.nameHint')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="e-button-group">
        <Button type="button" icon="plus" pending={pending} onClick={begin}>
          {t('passkey.add')}
        </Button>
      </div>
      <FaultNotice fault={fault} />
    </div>
  )
}
