import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { OrganisationView } from '../schema.ts'

interface Props {
  organisation: OrganisationView
  /** How much of what imports would add waits to be looked at. */
  suggestions: number
  /** The present instant, ISO 8601. */
  now: string
}

const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000

/** What those who look after a profile can do with it beside editing: confirm, look at suggestions, verify, suspend. */
export function OrganisationCare({ organisation, suggestions, now }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const pending = useNavigation().formData?.get('intent')
  const { can, slug, standing, suspended, lastConfirmedAt, managed } = organisation
  const here = `/organisations/${slug}`
  const old = !lastConfirmedAt || Date.parse(now) - Date.parse(lastConfirmedAt) > HALF_A_YEAR
  const confirmed =
    lastConfirmedAt && new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(lastConfirmedAt))
  return (
    <>
      {can.edit && (
        <Notice
          tone={old ? 'warning' : 'info'}
          title={confirmed ? t('care.confirmedOn', { date: confirmed }) : t('care.neverConfirmed')}
          actions={
            <Form method="post">
              <Button name="intent" value="confirm" icon="check" pending={pending === 'confirm'}>
                {t('care.confirm')}
              </Button>
            </Form>
          }
        >
          {t('care.why')}
        </Notice>
      )}
      {can.edit && suggestions > 0 && (
        <Notice
          title={t('care.suggestions', { count: suggestions })}
          actions={<LinkButton to={`${here}/suggestions`}>{t('care.look')}</LinkButton>}
        >
          {t('care.suggestionsText')}
        </Notice>
      )}
      {(can.verify || can.suspend) && (
        <Notice
          title={t('care.moderation')}
          actions={
            <>
              {can.verify && standing === 'claimed' && (
                <Form method="post">
                  <Button name="intent" value="verify" icon="shield" pending={pending === 'verify'}>
                    {t('care.verify')}
                  </Button>
                </Form>
              )}
              {can.suspend &&
                (suspended ? (
                  <Form method="post">
                    <Button name="intent" value="restore" pending={pending === 'restore'}>
                      {t('care.restore')}
                    </Button>
                  </Form>
                ) : (
                  <LinkButton kind="quiet" icon="stop" to={`${here}/suspend`}>
                    {t('care.suspend')}
                  </LinkButton>
                ))}
            </>
          }
        >
          {t(managed ? `care.standing.${standing}` : 'care.unmanaged')}
        </Notice>
      )}
    </>
  )
}
