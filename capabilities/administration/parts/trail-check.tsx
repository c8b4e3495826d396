import { useTranslation } from 'react-i18next'
import { CopyField } from '#ui/copy-field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { TrailCheck } from '../schema.ts'

/** Whether a trail is whole, with what to write down elsewhere. */
export function TrailChecked({ check, name }: { check: TrailCheck; name: string }) {
  const { t, i18n } = useTranslation('administration')
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(check.checkedAt),
  )
  return (
    <Notice
      tone={check.brokenAt === null ? 'success' : 'danger'}
      title={
        check.brokenAt === null
          ? t('audit.whole', { name, count: check.entries })
          : t('audit.broken', { seq: check.brokenAt })
      }
    >
      <p>{check.brokenAt === null ? t('audit.wholeText', { at }) : t('audit.brokenText')}</p>
      {check.head && <CopyField label={t('audit.head')} value={check.head} />}
    </Notice>
  )
}
