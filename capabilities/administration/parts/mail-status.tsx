import { useTranslation } from 'react-i18next'
import { Status } from '#ui/badge.tsx'
import type { MailLine } from '../schema.ts'

const tones = { queued: 'neutral', sent: 'success', kept: 'info', failed: 'danger' } as const

export function MailStatus({ state }: { state: MailLine['state'] }) {
  const { t } = useTranslation('administration')
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
}
