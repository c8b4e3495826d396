import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Status } from '#ui/badge.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { tokenView } from '../schema.ts'
import { ConfirmStep } from './confirm-step.tsx'

/** One's access tokens, each with what it may do and how it ends. */
export function TokenList({ tokens }: { tokens: z.infer<typeof tokenView>[] }) {
  const { t, i18n } = useTranslation('people')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const day = (at: string | null, otherwise: string) => (at ? date.format(new Date(at)) : otherwise)
  return (
    <DataTable
      caption={t('tokens.title')}
      hideCaption
      rows={tokens}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{t('tokens.none')}</p>}
      columns={[
        { key: 'name', header: t('tokens.name'), cell: (row) => row.name },
        {
          key: 'scopes',
          header: t('tokens.scopes'),
          cell: (row) => row.scopes.map((scope) => t(`scope.${scope}`)).join(', '),
        },
        { key: 'used', header: t('tokens.used'), cell: (row) => day(row.lastUsedAt, t('tokens.unused')) },
        {
          key: 'expires',
          header: t('tokens.expires'),
          cell: (row) =>
            row.expired ? <Status tone="warning">{t('tokens.expired')}</Status> : day(row.expiresAt, t('tokens.never')),
        },
        {
          key: 'revoke',
          header: t('tokens.revoke'),
          cell: (row) => (
            <ConfirmStep
              summary={t('tokens.revoke')}
              question={t('tokens.revokeText', { name: row.name })}
              label={t('tokens.revokeDo', { name: row.name })}
              intent="revoke"
              id={row.id}
            />
          ),
        },
      ]}
    />
  )
}
