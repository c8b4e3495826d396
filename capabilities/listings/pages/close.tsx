import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { findListing } from '../parts/find-listing.tsx'
import type { Outcome } from '../schema.ts'

const outcomes = ['through-entente', 'elsewhere', 'not-met'] as const satisfies readonly Outcome[]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  return load(request, async () => {
    const listing = await findListing(api, params.reference)
    if (!listing.can.fulfil) throw data(null, { status: reader ? 403 : 404 })
    return listing
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const { id, reference } = await findListing(api, params.reference)
    // An empty choice is for the API to refuse.
    await api.listings.fulfil({ id, outcome: text('outcome') as Outcome, note: string('note') })
    return redirectSaying(`/listings/${reference}`, 'listings:done.closed')
  })
}

export default function CloseListing() {
  const { title, reference, side, language } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  const errors = refused?.problem.errors
  const here = `/listings/${reference}`
  return (
    <Page width="text">
      <Head title={t('close.title')} hidden />
      <PageHeader
        title={t(`close.heading.${side}`)}
        lead={<span lang={language}>{title}</span>}
        breadcrumbs={[
          { label: t('mine.title'), to: '/my/listings' },
          { label: reference, to: here },
        ]}
      />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <RadioGroup
          name="outcome"
          label={t('close.outcome')}
          hint={t('close.outcomeHint')}
          error={errors?.outcome}
          required
          cards
          defaultValue={typeof refused?.values.outcome === 'string' ? refused.values.outcome : undefined}
          options={outcomes.map((value) => ({
            value,
            label: t(`outcome.${value}.label`),
            hint: t(`outcome.${value}.hint`),
          }))}
        />
        <TextArea
          name="note"
          label={t('close.note')}
          hint={t('close.noteHint')}
          error={errors?.note}
          limit={2000}
          defaultValue={typeof refused?.values.note === 'string' ? refused.values.note : ''}
        />
        <FormActions>
          <Button kind="primary" pending={pending}>
            {t('close.do')}
          </Button>
          <LinkButton kind="quiet" to={here}>
            {t('form.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
