import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { savingAddress } from '../parts/search-address.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import type { Rhythm } from '../schema.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, () => api.savedSearches.get({ id: params.id ?? '' }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string, text, number } = fieldsOf(form)
  const id = params.id ?? ''
  return attempt(form, async () => {
    if (text('intent') === 'remove') {
      const { name, rhythm, query } = await api.savedSearches.get({ id })
      await api.savedSearches.remove({ id })
      const [, again = ''] = savingAddress(query, { name, rhythm }).split('?')
      return redirect(`/saved-searches?removed=${encodeURIComponent(again)}`)
    }
    const change = { name: string('name'), rhythm: text('rhythm') as Rhythm }
    await api.savedSearches.change({ id, version: number('version') ?? 0, change })
    return redirectSaying('/saved-searches', 'matches:done.searchChanged')
  })
}

/** Changes a saved search, or removes it. */
export default function EditSearch() {
  const { name, query, rhythm, version } = useLoaderData<typeof loader>()
  const { t } = useTranslation('matches')
  const refused = useActionData<Refused>()
  return (
    <Page width="text">
      <Head title={name} hidden />
      <PageHeader title={name} breadcrumbs={[{ label: t('searches.title'), to: '/saved-searches' }]} />
      {refused?.problem.reason === 'stale' && (
        <Notice tone="warning" title={t('search.staleTitle')}>
          {t('search.staleText')}
        </Notice>
      )}
      <SearchForm
        query={query}
        name={name}
        rhythm={rhythm}
        version={version}
        refused={refused}
        cancelTo="/saved-searches"
      />
      <Section title={t('search.removeTitle')} lead={t('search.removeText')}>
        <Form method="post">
          <Button kind="danger" icon="trash" name="intent" value="remove">
            {t('search.remove')}
          </Button>
        </Form>
      </Section>
    </Page>
  )
}
