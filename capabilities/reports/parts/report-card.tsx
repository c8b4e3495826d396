import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { fieldId } from '#ui/field.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { ReportView } from '../schema.ts'

/** The field of the note of one report, as an error summary links to it without its `f-`. */
export function noteName(report: string): string {
  return `note-${report}`
}

interface Props {
  report: ReportView
  refused?: Refused | undefined
}

/** What somebody asks moderators to look at: what, who, when and why; and what was done, or where to say it. */
export function ReportCard({ report, refused }: Props) {
  const { t, i18n } = useTranslation('reports')
  const navigation = useNavigation()
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const { id, about, title, language, link, reason, text, reporterName, createdAt, settledAt, settledByName } = report
  const mine = refused?.values.id === id ? refused : undefined
  const pending = navigation.state !== 'idle' && navigation.formData?.get('id') === id
  return (
    <Card
      title={<span lang={language}>{title}</span>}
      to={link ?? undefined}
      level={2}
      kicker={
        <>
          <Badge tone={settledAt ? undefined : 'warning'}>{t(`reason.${reason}.label`)}</Badge>
          <span>{t(`about.${about}`)}</span>
        </>
      }
    >
      <div className="grid gap-3">
        <blockquote>{text}</blockquote>
        <p className="text-sm text-ink-soft">
          {t(reporterName ? 'list.reportedBy' : 'list.reported', {
            name: reporterName,
            date: date.format(new Date(createdAt)),
          })}
        </p>
        {settledAt && (
          <div className="grid gap-1 border-s-4 border-edge bg-sunken p-4">
            <p>{report.note}</p>
            <p className="text-sm text-ink-soft">
              {t(settledByName ? 'list.settledBy' : 'list.settled', {
                name: settledByName,
                date: date.format(new Date(settledAt)),
              })}
            </p>
          </div>
        )}
        {report.can.settle && (
          <Disclosure summary={t('settle.title')} open={mine !== undefined}>
            <Form method="post" className="e-form" noValidate>
              <input type="hidden" name="id" value={id} />
              <TextArea
                name="note"
                id={fieldId(noteName(id))}
                label={t('settle.note')}
                hint={t(`settle.hint.${about}`)}
                required
                limit={1000}
                rows={3}
                defaultValue={typeof mine?.values.note === 'string' ? mine.values.note : ''}
                error={mine?.problem.errors.note}
              />
              <FormActions>
                <Button icon="check" pending={pending} aria-label={t('settle.named', { title })}>
                  {t('settle.do')}
                </Button>
              </FormActions>
            </Form>
          </Disclosure>
        )}
      </div>
    </Card>
  )
}
