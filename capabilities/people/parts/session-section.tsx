import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { z } from 'zod'
import { Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { sessionView } from '../schema.ts'
import { readUserAgent } from './user-agent.tsx'

/** Where one is signed in. Signing out elsewhere destroys nothing, so one press does. */
export function SessionSection({ sessions }: { sessions: z.infer<typeof sessionView>[] }) {
  const { t, i18n } = useTranslation('people')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const name = (userAgent: string) => readUserAgent(userAgent) || t('sessions.unknown')
  return (
    <Section id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
      <DataTable
        caption={t('sessions.title')}
        hideCaption
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'browser', header: t('sessions.browser'), cell: (row) => name(row.userAgent) },
          { key: 'since', header: t('sessions.since'), cell: (row) => date.format(new Date(row.createdAt)) },
          { key: 'until', header: t('sessions.until'), cell: (row) => date.format(new Date(row.expiresAt)) },
          {
            key: 'end',
            header: t('sessions.end'),
            cell: (row) =>
              row.current ? (
                <Status tone="success">{t('sessions.current')}</Status>
              ) : (
                <Form method="post">
                  <input type="hidden" name="intent" value="session-end" />
                  <input type="hidden" name="id" value={row.id} />
                  <Button size="small" type="submit">
                    {t('sessions.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  )
}
