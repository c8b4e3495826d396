import { redirect } from 'react-router'

const NAME = 'flash'

/**
 * Leads on to another page, which then says once what was done.
 * @param key the sentence, `listings:done.published`
 */
export function redirectSaying(to: string, key: string, headers = new Headers()) {
  const answer = new Headers(headers)
  answer.append(
    'Set-Cookie',
    `${NAME}=${encodeURIComponent(`${Date.now().toString(36)} ${key}`)}; Path=/; Max-Age=30; SameSite=Lax`,
  )
  return redirect(to, { headers: answer })
}

/** What the page before said was done, and the header that forgets it. */
export function takeFlash(request: Request): { id: string; key: string; forget: string } | null {
  const cookie = request.headers.get('cookie') ?? ''
  const value = new RegExp(`(?:^|; )${NAME}=([^;]*)`).exec(cookie)?.[1]
  if (!value) return null
  const [, id, key] = /^(\w+) ([a-z-]+:[\w.-]+)$/.exec(decodeURIComponent(value)) ?? []
  if (!id || !key) return null
  return { id, key, forget: `${NAME}=; Path=/; Max-Age=0; SameSite=Lax` }
}
