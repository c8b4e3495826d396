import { type ActionFunctionArgs, redirect } from 'react-router'
import { redirectSaying } from '#web/flash.ts'
import { requestOf } from '#web/request.ts'

export function loader() {
  return redirect('/')
}

export async function action({ context }: ActionFunctionArgs) {
  await requestOf(context).api.people.signOut({})
  return redirectSaying('/', 'people:done.signedOut')
}
