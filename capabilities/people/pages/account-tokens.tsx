import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { type RefusedForm, refusedOf } from '../parts/refused-form.tsx'
import { TokenList } from '../parts/token-list.tsx'
import type { TokenDraft } from '../schema.ts'

const lifetimes = ['7', '30', '90', '365'] as const
const NEVER = 'never'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const [me, tokens] = await load(request, () => Promise.all([api.people.me({}), api.people.tokens.list({})]))
  return { tokens: tokens.rows, administers: me.siteRoles.length > 0 }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string, text, list } = fieldsOf(form)
  return attempt(form, async () => {
    if (text('intent') === 'revoke') {
      await api.people.tokens.revoke({ id: string('id') })
      return redirectSaying('/account/tokens', 'people:done.tokenRevoked')
    }
    const { token, secret } = await api.people.tokens.create({
      name: string('name'),
      // What is no scope the API says itself.
      scopes: list('scopes') as TokenDraft['scopes'],
      days: text('days') === NEVER ? null : Number(text('days') ?? 90),
    })
    return { made: { name: token.name, secret } }
  })
}

export default function AccountTokens() {
  const { tokens, administers } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const answer = useActionData<RefusedForm>()
  const pending = useNavigation().state !== 'idle'
  const made = answer && 'made' in answer ? (answer.made as { name: string; secret: string }) : undefined
  const refused = refusedOf(answer, 'create')
  const errors = refused?.problem.errors
  const was = refused?.values.scopes
  return (
    <>
      <Head title={t('tokens.title')} hidden />
      {made && (
        <Notice tone="success" title={t('tokens.made', { name: made.name })} live>
          <CopyField label={t('tokens.secret')} value={made.secret} />
          <p className="mt-2">{t('tokens.once')}</p>
        </Notice>
      )}
      <Section
        title={t('tokens.title')}
        lead={t('tokens.lead')}
        action={<Link to="/developers">{t('tokens.docs')}</Link>}
      >
        <TokenList tokens={tokens} />
      </Section>
      <Section title={t('tokens.new')}>
        <Form method="post" className="e-form" noValidate key={made?.secret}>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="intent" value="create" />
          <TextInput
            name="name"
            label={t('tokens.name')}
            hint={t('tokens.nameHint')}
            required
            maxLength={100}
            autoComplete="off"
            defaultValue={String(refused?.values.name ?? '')}
            error={errors?.name}
          />
          <CheckboxGroup
            name="scopes"
            label={t('tokens.scopes')}
            required
            error={errors?.scopes}
            defaultValue={refused ? [was ?? []].flat() : ['read']}
            options={(['read', 'write', ...(administers ? ['administer'] : [])] as const).map((value) => ({
              value,
              label: t(`scope.${value}`),
              hint: t(`scopeHint.${value}`),
            }))}
          />
          <Select
            name="days"
            label={t('tokens.days')}
            required
            defaultValue={String(refused?.values.days ?? '90')}
            error={errors?.days}
            options={[
              ...lifetimes.map((days) => ({ value: days, label: t('tokens.inDays', { count: Number(days) }) })),
              { value: NEVER, label: t('tokens.never') },
            ]}
          />
          <FormActions note={t('tokens.note')}>
            <Button kind="primary" type="submit" pending={pending}>
              {t('tokens.do')}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
