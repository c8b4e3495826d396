import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { Icon } from '#ui/icon.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { RegisterTable } from '../parts/register-table.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const [me, kept] = await load(request, () => Promise.all([api.people.me({}), api.people.exportMyData({})]))
  const tables = kept.tables.map(({ rows, ...table }) => ({ ...table, count: rows.length }))
  return { email: me.email, tables: tables.filter(({ count }) => count > 0) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  return attempt(form, async () => {
    await requestOf(context).api.people.eraseMe({ email: fieldsOf(form).string('confirmation') })
    return redirectSaying('/', 'people:done.erased')
  })
}

export default function AccountData() {
  const { email, tables } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const errors = useActionData<Refused>()?.problem.errors
  return (
    <>
      <Head title={t('data.title')} hidden />
      <Section title={t('data.title')} lead={t('data.lead')}>
        <RegisterTable tables={tables} />
        <p className="mt-5">
          <a className="e-button" href="/api/people/me/data" download="entente-my-data.json">
            <Icon name="download" />
            {t('data.download')}
          </a>
        </p>
      </Section>
      <Section title={t('erase.title')} lead={t('erase.lead')}>
        <ConfirmByName
          name={email}
          warning={t('erase.warning')}
          label={t('erase.do')}
          error={errors?.email ?? errors?.['']}
        />
      </Section>
    </>
  )
}
