import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import type { z } from 'zod'
import { Badge, Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { requestView } from '../schema.ts'
import { memberRoles } from './choices.tsx'

interface Props {
  rows: readonly z.infer<typeof requestView>[]
  /** Whether the reader may make owners. */
  owners: boolean
  /** Name the organisation of each, where they are of several. */
  named?: boolean
  refused?: Refused | undefined
}

/** Requests to act for an organisation, each with its decision. */
export function JoinRequests({ rows, owners, named, refused }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const roles = owners ? memberRoles : memberRoles.filter((role) => role !== 'owner')
  return (
    <CardList label={t('requests.title')}>
      {rows.map((row) => {
        const key = `${row.organisation.id}-${row.person}`
        const at = refused?.values.person === row.person && refused.values.organisation === row.organisation.id
        const becomesOwner = row.takeOver || row.decidedBy === 'moderators'
        const target = (
          <>
            <input type="hidden" name="intent" value="decide" />
            <input type="hidden" name="organisation" value={row.organisation.id} />
            <input type="hidden" name="person" value={row.person} />
          </>
        )
        return (
          <Card
            key={key}
            title={row.name}
            level={3}
            kicker={
              <>
                {row.takeOver && <Badge tone="warning">{t('requests.takeOver')}</Badge>}
                {row.addressMatches ? (
                  <Status tone="success">{t('requests.addressMatches')}</Status>
                ) : (
                  <Status tone="warning">{t('requests.addressDiffers')}</Status>
                )}
              </>
            }
            foot={
              <>
                <a href={`mailto:${row.email}`}>{row.email}</a>
                <span>{t('requests.asked', { date: date.format(new Date(row.askedAt)) })}</span>
                {named && <Link to={`/organisations/${row.organisation.slug}`}>{row.organisation.displayName}</Link>}
              </>
            }
          >
            {row.message ? <blockquote>{row.message}</blockquote> : <p>{t('requests.noMessage')}</p>}
            <div className="mt-3 grid max-w-prose gap-4">
              <Form method="post" className="flex flex-wrap items-end gap-3">
                {target}
                {becomesOwner ? (
                  <input type="hidden" name="role" value="owner" />
                ) : (
                  <Select
                    id={`role-${key}`}
                    name="role"
                    label={t('requests.as')}
                    required
                    defaultValue="member"
                    options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
                  />
                )}
                <Button kind="plain" icon="check" name="accept" value="on">
                  {becomesOwner ? t('requests.acceptOwner') : t('requests.accept')}
                </Button>
              </Form>
              <Disclosure summary={t('requests.decline')} open={at}>
                <Form method="post" className="e-form" noValidate>
                  {target}
                  <TextArea
                    id={`reason-${key}`}
                    name="reason"
                    label={t('requests.reason')}
                    hint={t('requests.reasonHint')}
                    required
                    limit={1000}
                    rows={3}
                    defaultValue={at ? String(refused.values.reason ?? '') : ''}
                    error={at ? refused.problem.errors.reason : undefined}
                  />
                  <FormActions>
                    <Button>{t('requests.doDecline')}</Button>
                  </FormActions>
                </Form>
              </Disclosure>
            </div>
          </Card>
        )
      })}
    </CardList>
  )
}
