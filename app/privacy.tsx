import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { RegisterTable } from '../capabilities/people/parts/register-table.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, demo } = requestOf(context)
  const { tables } = await load(request, () => api.people.register({}))
  return { tables, demo }
}

const cookies = ['session', 'short', 'locale', 'theme', 'flash'] as const
const others = ['trail', 'limits', 'keys', 'seen', 'none'] as const
const rights = ['see', 'correct', 'erase', 'mail', 'complain'] as const

/** What is kept about people. The table comes from the register that every table of the database writes itself into. */
export default function Privacy() {
  const { tables, demo } = useLoaderData<typeof loader>()
  const { t } = useTranslation('app')
  return (
    <Page>
      <Head title={t('privacy.title')} description={t('privacy.lead')} />
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
      <p className="max-w-prose text-lg">{t(demo ? 'privacy.demo' : 'privacy.who')}</p>
      <Section title={t('privacy.kept')} lead={t('privacy.keptText')}>
        <RegisterTable tables={tables} />
      </Section>
      <Section title={t('privacy.besides')}>
        <ul className="max-w-prose list-disc space-y-2 ps-5">
          {others.map((name) => (
            <li key={name}>{t(`privacy.other.${name}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('privacy.cookies')} lead={t('privacy.cookiesText')}>
        <DescriptionList
          facts={cookies.map((name) => ({
            term: t(`privacy.cookie.${name}.name`),
            value: t(`privacy.cookie.${name}.for`),
          }))}
        />
      </Section>
      <Section title={t('privacy.rights')}>
        <ul className="max-w-prose list-disc space-y-2 ps-5">
          {rights.map((name) => (
            <li key={name}>{t(`privacy.right.${name}`)}</li>
          ))}
        </ul>
        <p className="mt-4">
          <Link to="/account/data">{t('privacy.data')}</Link>
        </p>
      </Section>
    </Page>
  )
}
