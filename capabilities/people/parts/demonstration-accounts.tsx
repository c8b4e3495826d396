import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { Demonstration } from '../schema.ts'

interface Props extends Demonstration {
  /** The page to go to then. */
  to: string
}

/** Who one can be in the demonstration world, each one press away. */
export function DemonstrationAccounts({ password, rows, to }: Props) {
  const { t } = useTranslation('people')
  return (
    <Section title={t('demonstration.title')} lead={t('demonstration.lead', { password })}>
      <DataTable
        caption={t('demonstration.title')}
        hideCaption
        rows={rows}
        rowKey={(row) => row.email}
        columns={[
          {
            key: 'name',
            header: t('demonstration.who'),
            cell: (row) => (
              <>
                {row.name}
                {row.siteRoles.map((role) => (
                  <span key={role}>
                    {' '}
                    <Badge tone="accent">{t(`siteRole.${role}`)}</Badge>
                  </span>
                ))}
                <p className="text-sm font-normal" lang={row.locale}>
                  {row.headline}
                </p>
                <p className="text-sm font-normal text-ink-soft [overflow-wrap:anywhere]">{row.email}</p>
              </>
            ),
          },
          {
            key: 'enter',
            header: t('demonstration.enter'),
            cell: (row) => (
              <Form method="post">
                <input type="hidden" name="to" value={to} />
                <input type="hidden" name="email" value={row.email} />
                <input type="hidden" name="password" value={password} />
                <Button
                  size="small"
                  type="submit"
                  className="whitespace-nowrap"
                  aria-label={t('demonstration.as', { name: row.name })}
                >
                  {t('signIn.do')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
