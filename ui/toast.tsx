import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

export interface Flash {
  /** Changes with each message, so that a repeated one shows again. */
  id: string
  message: ReactNode
  tone?: 'success' | 'danger' | undefined
  /** E.g. an undo form. */
  action?: ReactNode
}

/** The message the last action left behind (flash cookie). Stays until closed or the next page. Place it once, in the root. */
export function ToastRegion({ flash }: { flash: Flash | undefined }) {
  const { t } = useTranslation('ui')
  const [closed, setClosed] = useState<string>()
  const icon: IconName = flash?.tone === 'danger' ? 'stop' : 'check'
  return (
    <div className="e-toasts" role="status" aria-live="polite">
      {flash && flash.id !== closed && (
        <div className="e-toast">
          <Icon name={icon} />
          <span>{flash.message}</span>
          {flash.action}
          <IconButton icon="close" size="small" label={t('close')} onClick={() => setClosed(flash.id)} />
        </div>
      )}
    </div>
  )
}
