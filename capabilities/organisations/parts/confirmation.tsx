import { useTranslation } from 'react-i18next'
import { data, useActionData } from 'react-router'
import { type Refused, typed } from '#web/form.ts'

/** What a form confirmed by naming answers where another name was typed; undefined where it is the right one. */
export function misnamed(form: FormData, name: string) {
  const said = String(form.get('confirmation') ?? '').trim()
  if (name !== '' && said === name.trim()) return undefined
  const problem = { status: 422, reason: 'misnamed', message: name, errors: { confirmation: name } }
  return data<Refused>({ problem, values: typed(form) }, { status: 422 })
}

/** What the page's action refused, with the sentence where a name was not typed as it is. */
export function useRefused(): Refused | undefined {
  const refused = useActionData<Refused>()
  const { t } = useTranslation('organisations')
  if (refused?.problem.reason !== 'misnamed') return refused
  const { problem, values } = refused
  return {
    values,
    problem: { ...problem, errors: { confirmation: t('confirmation.misnamed', { name: problem.message }) } },
  }
}
