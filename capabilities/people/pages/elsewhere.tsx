import { type LoaderFunctionArgs, redirect } from 'react-router'
import { problemOf } from '#web/form.ts'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'

/** Leads to the other site to sign in there. A link rather than a form: what a form is led on to must be this site. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localTarget(new URL(request.url).searchParams.get('to'), '/home')
  try {
    const { url } = await requestOf(context).api.people.signInElsewhere({ to })
    return redirect(url)
  } catch (error) {
    if (!problemOf(error)) throw error
    return redirect(`/sign-in?error=elsewhere&to=${encodeURIComponent(to)}`)
  }
}
