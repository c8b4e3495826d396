import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { mailRhythms, type NotificationPreferences } from '../../people/schema.ts'
import { notificationKinds } from '../schema.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wishes = await load(request, () => requestOf(context).api.people.notificationPreferences.get({}))
  // Handed over, so that the page does not take the schemas along into the browser.
  return { ...wishes, rhythms: mailRhythms, kinds: notificationKinds }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { string, list } = fieldsOf(form)
  const wanted = list('wanted')
  return attempt(form, async () => {
    await requestOf(context).api.people.notificationPreferences.change({
      // What is no rhythm the API says itself.
      mailRhythm: string('mailRhythm') as NotificationPreferences['mailRhythm'],
      mutedKinds: notificationKinds.filter((kind) => !wanted.includes(kind)),
    })
    return redirectSaying('/account/notifications', 'notifications:settings.saved')
  })
}

/** How news reaches a person: always on the site, by mail as they wish. */
export default function NotificationSettings() {
  const { mailRhythm, mutedKinds, rhythms, kinds } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  return (
    <Section title={t('settings.title')} lead={t('settings.lead')}>
      <Head title={t('settings.title')} hidden />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <RadioGroup
          name="mailRhythm"
          label={t('settings.rhythm')}
          required
          error={errors?.mailRhythm}
          defaultValue={String(refused?.values.mailRhythm ?? mailRhythm)}
          options={rhythms.map((value) => ({
            value,
            label: t(`settings.rhythmOf.${value}`),
            hint: t(`settings.rhythmHint.${value}`),
          }))}
        />
        <CheckboxGroup
          name="wanted"
          label={t('settings.kinds')}
          hint={t('settings.kindsHint')}
          required
          columns
          error={errors?.mutedKinds}
          defaultValue={
            refused ? [refused.values.wanted ?? []].flat() : kinds.filter((kind) => !mutedKinds.includes(kind))
          }
          options={kinds.map((value) => ({ value, label: capital(t(`kind.${value}`)) }))}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('settings.save')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
