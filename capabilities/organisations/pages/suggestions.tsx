import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { fieldText } from '../parts/field-text.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  return load(request, async () => {
    const organisation = await api.getBySlug({ slug: params.slug ?? '' })
    return { organisation, ...(await api.imports.suggestions({ organisation: organisation.id })) }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  const { string, number, list, text } = fieldsOf(form)
  return attempt(form, async () => {
    const { id, slug } = await api.getBySlug({ slug: params.slug ?? '' })
    const fields = text('intent') === 'dismiss' ? [] : list('fields')
    await api.imports.settleSuggestion({
      organisation: id,
      import: string('import'),
      line: number('line') ?? 0,
      fields,
    })
    return redirectSaying(
      `/organisations/${slug}/suggestions`,
      fields.length > 0 ? 'organisations:done.suggestionTaken' : 'organisations:done.suggestionDismissed',
    )
  })
}

/** What imports would add to a profile that its own people keep: they decide, field by field. */
export default function Suggestions() {
  const { organisation, rows } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  const { displayName: name, slug } = organisation
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (
    <Page width="text">
      <Head title={t('suggestions.title', { name })} hidden />
      <PageHeader
        title={t('suggestions.title', { name })}
        lead={t('suggestions.lead')}
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: name, to: `/organisations/${slug}` },
        ]}
      />
      <ErrorSummary errors={refused?.problem.errors} />
      {rows.length === 0 && (
        <EmptyState
          icon="check"
          title={t('suggestions.empty')}
          action={<LinkButton to={`/organisations/${slug}`}>{t('suggestions.back')}</LinkButton>}
        >
          {t('suggestions.emptyText')}
        </EmptyState>
      )}
      {rows.map((row) => {
        const fields = Object.entries(row.change)
        const key = `${row.import}-${row.line}`
        return (
          <Section
            key={key}
            title={t(`imports.source.${row.source}`)}
            lead={t('suggestions.from', { file: row.fileName, date: date.format(new Date(row.at)) })}
          >
            <Form method="post" className="e-form">
              <input type="hidden" name="import" value={row.import} />
              <input type="hidden" name="line" value={row.line} />
              <CheckboxGroup
                id={`fields-${key}`}
                name="fields"
                label={t('suggestions.fields')}
                defaultValue={fields.map(([field]) => field)}
                options={fields.map(([field, value]) => ({
                  value: field,
                  label: t(`field.${field}`),
                  hint: fieldText(value, i18n.language),
                }))}
              />
              <FormActions>
                <Button pending={pending}>{t('suggestions.take')}</Button>
                <Button kind="quiet" name="intent" value="dismiss" pending={pending}>
                  {t('suggestions.dismiss')}
                </Button>
              </FormActions>
            </Form>
          </Section>
        )
      })}
    </Page>
  )
}
