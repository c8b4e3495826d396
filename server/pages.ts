import { join } from 'node:path'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { ViteDevServer } from 'vite'
import { isAdministrator, isModerator } from '#platform/access/actor.ts'
import { isLocale, type Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import type { RequestContext } from '#platform/procedure.ts'
import type { PageRequest } from '#web/request.ts'
import { clientFor } from './client.ts'
import { openApiDocument } from './rest.ts'

export type Pages = (
  request: Request,
  context: RequestContext,
  view: { nonce: string; theme: PageRequest['theme'] },
) => Promise<Response>

/** How a page says something outside of its own translations. @param locale the reader's */
export function sayIn(locale: Locale): PageRequest['say'] {
  return (key, values = {}, language) => say(isLocale(language) ? language : locale, { key, values })
}

const built = join(import.meta.dirname, '../build/server/index.js')

/**
 * The pages, as an answer to a request.
 * @param vite the development server, which makes them anew at each change; without it they come from the build
 */
export async function openPages(vite?: ViteDevServer): Promise<Pages> {
  const load = vite
    ? () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>
    : (
        (build) => () =>
          Promise.resolve(build)
      )((await import(built)) as ServerBuild)
  const handle = createRequestHandler(load, vite ? 'development' : 'production')
  return async (request, context, { nonce, theme }) => {
    // The key must be the one that the pages themselves were built with.
    const { pageRequest } = (await load()).entry.module as unknown as typeof import('#web/request.ts')
    const { actor, platform, answerHeaders } = context
    const provider = new RouterContextProvider()
    provider.set(pageRequest, {
      api: clientFor(context),
      reader: actor.id
        ? {
            id: actor.id,
            name: actor.name,
            emailVerified: actor.emailVerified,
            moderator: isModerator(actor),
            administrator: isAdministrator(actor),
            organisations: [...actor.standing].map(([id, role]) => ({ id, role })),
          }
        : null,
      locale: context.locale,
      theme,
      nonce,
      origin: platform.config.origin,
      now: platform.clock.now().toISOString(),
      demo: platform.config.demo,
      elsewhere: platform.config.oidc?.name ?? null,
      keepsMail: !platform.config.smtpUrl,
      say: sayIn(context.locale),
      openApi: () => openApiDocument(platform),
      answerHeaders,
    })
    const answer = await handle(request, provider)
    for (const [name, value] of answerHeaders) answer.headers.append(name, value)
    return answer
  }
}
