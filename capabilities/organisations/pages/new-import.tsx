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
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileInput } from '#ui/file-input.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { importSources } from '../parts/choices.tsx'
import type { ImportSource } from '../schema.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const asked = new URL(request.url).searchParams
  return load(request, async () => {
    const { memberships } = await api.organisations.mine({})
    const own = memberships.filter(({ role }) => role !== 'member')
    const slug = asked.get('body')
    const wanted = slug ? await api.organisations.getBySlug({ slug }) : null
    const bodies = [...(wanted?.can.affiliate ? [wanted] : []), ...own.filter(({ id }) => id !== wanted?.id)]
    return {
      bodies: bodies.map(({ id, displayName }) => ({ value: id, label: displayName })),
      sources: reader?.moderator ? importSources : (['members'] as const),
      source: asked.get('source'),
      body: wanted?.id ?? (reader?.moderator ? '' : (own[0]?.id ?? '')),
      moderator: reader?.moderator ?? false,
    }
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { imports: api } = requestOf(context).api.organisations
  const form = await request.formData()
  const { text, string, file } = fieldsOf(form)
  return attempt(form, async () => {
    const source = string('source') as ImportSource
    const { id } = await api.start({
      source,
      // No file at all is refused with the sentence for a field that is missing.
      file: file('file') as File,
      body: source === 'members' ? (text('body') ?? undefined) : undefined,
    })
    return redirectSaying(`/imports/${id}`, 'organisations:done.importSent')
  })
}

/** Sends a file of organisations to be looked through. */
export default function NewImport() {
  const { bodies, sources, source, body, moderator } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  const chosen = refused?.values.source ?? sources.find((each) => each === source) ?? sources[0]
  return (
    <Page width="text">
      <Head title={t('imports.newTitle')} hidden />
      <PageHeader
        title={t('imports.newTitle')}
        lead={t('imports.newLead')}
        breadcrumbs={[{ label: t('imports.title'), to: '/imports' }]}
      />
      {bodies.length === 0 && !moderator ? (
        <EmptyState
          icon="network"
          title={t('imports.whoMay')}
          action={<LinkButton to="/my/organisations">{t('mine.title')}</LinkButton>}
        >
          {t('imports.whoMayText')}
        </EmptyState>
      ) : (
        <>
          <Form method="post" encType="multipart/form-data" className="e-form" noValidate>
            <ErrorSummary errors={errors} />
            {sources.length > 1 ? (
              <RadioGroup
                name="source"
                label={t('imports.sourceTitle')}
                required
                cards
                defaultValue={String(chosen)}
                error={errors?.source}
                options={sources.map((value) => ({
                  value,
                  label: t(`imports.source.${value}`),
                  hint: t(`imports.sourceHint.${value}`),
                }))}
              />
            ) : (
              <input type="hidden" name="source" value="members" />
            )}
            {bodies.length > 0 && (
              <Select
                name="body"
                label={t('imports.body')}
                hint={moderator ? t('imports.bodyHintModerator') : t('imports.bodyHint')}
                required={!moderator}
                placeholder={moderator ? t('imports.bodyNone') : undefined}
                defaultValue={String(refused?.values.body ?? body)}
                error={errors?.body}
                options={bodies}
              />
            )}
            <FileInput
              name="file"
              label={t('imports.file')}
              hint={t('imports.fileHint')}
              required
              accept=".csv,.xlsx,.jsonl,.json,.gz,text/csv,application/gzip"
              error={errors?.file}
            />
            <FormActions note={t('imports.newNext')}>
              <Button kind="primary" icon="upload" pending={pending}>
                {t('imports.send')}
              </Button>
              <LinkButton kind="quiet" to="/imports">
                {t('form.cancel')}
              </LinkButton>
            </FormActions>
          </Form>
          <Section title={t('imports.expected')}>
            <dl className="grid gap-4">
              {sources.map((value) => (
                <div key={value}>
                  <dt className="font-semibold">{t(`imports.source.${value}`)}</dt>
                  <dd className="ms-0">{t(`imports.expect.${value}`)}</dd>
                </div>
              ))}
            </dl>
          </Section>
        </>
      )}
    </Page>
  )
}
