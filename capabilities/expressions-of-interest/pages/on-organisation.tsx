import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'
import { ReplyRecordLine } from '../parts/reply-record.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, async () => {
    const { id } = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    return api.expressionsOfInterest.replyRecord({ organisation: id })
  })
}

/** On the page of an organisation: how it answers those who write to it. */
export default function RecordOnOrganisation() {
  const record = useLoaderData<typeof loader>()
  const { t } = useTranslation('expressions-of-interest')
  return (
    <>
      <Section title={t('record.title')}>
        <ReplyRecordLine record={record} />
      </Section>
      <Outlet />
    </>
  )
}
