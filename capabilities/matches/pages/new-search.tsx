import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { queryIn } from '../parts/search-address.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { boardAddress, type Rhythm } from '../schema.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  if (!requestOf(context).reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const query = queryIn(request)
  if (!query) throw data(null, { status: 404 })
  return { query, name: searchParams.get('name') ?? query.q ?? '', rhythm: searchParams.get('rhythm') ?? 'weekly' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string, text } = fieldsOf(form)
  return attempt(form, async () => {
    const query = queryIn(request) ?? undefined
    // An empty choice is for the API to refuse.
    await api.savedSearches.create({ name: string('name'), rhythm: text('rhythm') as Rhythm, query })
    return redirectSaying('/saved-searches', 'matches:done.searchSaved')
  })
}

/** Keeps the search that the board was showing. */
export default function NewSearch() {
  const { query, name, rhythm } = useLoaderData<typeof loader>()
  const { t } = useTranslation('matches')
  const refused = useActionData<Refused>()
  return (
    <Page width="text">
      <Head title={t('search.newTitle')} hidden />
      <PageHeader
        title={t('search.newTitle')}
        lead={t('search.newLead')}
        breadcrumbs={[{ label: t('searches.title'), to: '/saved-searches' }]}
      />
      <SearchForm query={query} name={name} rhythm={rhythm} refused={refused} cancelTo={boardAddress(query)} />
    </Page>
  )
}
