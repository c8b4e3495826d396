import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import type { z } from 'zod'
import { Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { memberView } from '../schema.ts'
import { memberRoles } from './choices.tsx'

type Member = z.infer<typeof memberView>

interface Props {
  rows: readonly Member[]
  /** Whether the reader keeps the people: changes roles, removes. */
  manage: boolean
  /** Whether the reader may make, change and remove owners. */
  owners: boolean
  /** The reader, who leaves rather than removes. */
  self: string | undefined
}

/** Who acts for an organisation; for those who keep them, with what can be changed. */
export function PeopleTable({ rows, manage, owners, self }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const roles = owners ? memberRoles : memberRoles.filter((role) => role !== 'owner')
  const touches = (row: Member) => manage && row.role !== null && (owners || row.role !== 'owner')
  return (
    <DataTable
      caption={t('people.who')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.person}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          cell: (row) => (
            <>
              {row.name}
              {row.person === self && <span className="text-ink-soft"> ({t('people.you')})</span>}
              {row.headline && <div className="text-sm font-normal text-ink-soft">{row.headline}</div>}
              {row.suspended && <Status tone="danger">{t('people.suspended')}</Status>}
            </>
          ),
        },
        {
          key: 'role',
          header: t('people.role'),
          cell: (row) =>
            touches(row) ? (
              <Form method="post" className="flex items-center gap-2">
                <input type="hidden" name="intent" value="role" />
                <input type="hidden" name="person" value={row.person} />
                <select
                  className="e-input w-auto"
                  name="role"
                  defaultValue={row.role ?? 'member'}
                  aria-label={t('people.roleOf', { name: row.name })}
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {t(`role.${role}`)}
                    </option>
                  ))}
                </select>
                <Button size="small">
                  {t('form.save')}
                  <VisuallyHidden>{`: ${row.name}`}</VisuallyHidden>
                </Button>
              </Form>
            ) : (
              row.role && t(`role.${row.role}`)
            ),
        },
        {
          key: 'contact',
          header: t('people.contact'),
          cell: (row) =>
            manage ? (
              <Form method="post">
                <input type="hidden" name="intent" value="contact" />
                <input type="hidden" name="person" value={row.person} />
                <input type="hidden" name="contact" value={row.contact ? '' : 'on'} />
                <div className="flex flex-wrap items-center gap-2">
                  {row.contact ? <Status tone="success">{t('people.isContact')}</Status> : t('people.noContact')}
                  <Button size="small" kind="quiet">
                    {row.contact ? t('people.hideContact') : t('people.showContact')}
                    <VisuallyHidden>{`: ${row.name}`}</VisuallyHidden>
                  </Button>
                </div>
              </Form>
            ) : row.contact ? (
              t('people.isContact')
            ) : (
              t('people.noContact')
            ),
        },
        {
          key: 'email',
          header: t('people.email'),
          cell: (row) => row.email && <a href={`mailto:${row.email}`}>{row.email}</a>,
        },
        { key: 'since', header: t('people.since'), cell: (row) => row.since && date.format(new Date(row.since)) },
        ...(manage
          ? [
              {
                key: 'remove',
                header: t('people.end'),
                cell: (row: Member) =>
                  touches(row) && row.person !== self ? (
                    <Link to={`?remove=${row.person}#end`}>
                      {t('people.remove')}
                      <VisuallyHidden>{`: ${row.name}`}</VisuallyHidden>
                    </Link>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}
