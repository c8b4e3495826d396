import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { fieldsOf } from '#web/fields.ts'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'

const YEAR = 365 * 24 * 60 * 60

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${value ? YEAR : 0}; SameSite=Lax`
}

/** The language, as a link: `/preferences?locale=fr&to=/organisations`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const locale = params.get('locale')
  const headers = new Headers()
  if (locale === 'en' || locale === 'fr') {
    headers.append('Set-Cookie', cookie('locale', locale))
    const { api, reader } = requestOf(context)
    if (reader) {
      const { version } = await api.people.me({})
      await api.people.changeProfile({ version, change: { locale } })
    }
  }
  return redirect(localTarget(params.get('to'), '/'), { headers })
}

/** Light, dark, or as the device says. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  const headers = new Headers()
  headers.append('Set-Cookie', cookie('theme', theme === 'light' || theme === 'dark' ? theme : ''))
  return redirect(localTarget(fieldsOf(form).text('returnTo'), '/'), { headers })
}
