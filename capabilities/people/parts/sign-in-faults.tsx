import { useTranslation } from 'react-i18next'
import { Notice } from '#ui/notice.tsx'

const faults = {
  expired: ['TOKEN_EXPIRED', 'token_expired', 'EXPIRED_TOKEN'],
  spent: ['INVALID_TOKEN', 'invalid_token', 'USER_NOT_FOUND', 'user_not_found'],
  cancelled: ['access_denied'],
  unlinked: ['account_not_linked', 'unable_to_link_account', "email_doesn't_match", 'email_not_verified'],
  suspended: ['SUSPENDED'],
} as const

export type SignInFault = keyof typeof faults | 'elsewhere'

/** What went wrong on the way here, by the code that a link or another site's answer brought along. */
export function faultOf(code: string | null): SignInFault | null {
  if (!code) return null
  for (const [fault, codes] of Object.entries(faults))
    if ((codes as readonly string[]).includes(code)) return fault as SignInFault
  return 'elsewhere'
}

export function FaultNotice({ fault }: { fault: SignInFault | null }) {
  const { t } = useTranslation('people')
  if (!fault) return null
  return (
    <Notice tone={fault === 'cancelled' ? 'info' : 'warning'} title={t(`fault.${fault}.title`)}>
      {t(`fault.${fault}.text`)}
    </Notice>
  )
}
