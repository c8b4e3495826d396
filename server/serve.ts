import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { ViteDevServer } from 'vite'
import { matchingState, startMatching } from '#capabilities/matches/service/matching.ts'
import { authOf } from '#capabilities/people/service/auth.ts'
import { onChange } from '#platform/changes/relay.ts'
import { messages } from '#platform/i18n/messages.ts'
import type { Platform } from '#platform/platform.ts'
import { createApp } from './app.ts'
import { allJobs } from './discover.ts'
import { createMetrics } from './metrics.ts'
import { openPages } from './pages.ts'
import { keepVisitorAnswers } from './visitor-answers.ts'
import { startWorker } from './worker.ts'

/**
 * All that one process does for a platform: answers the server's requests, works off the jobs, follows what changes.
 * The server is the caller's, to open before or after.
 * @param vite the development server; without it the pages come from the build
 * @returns how to stop: requests under way are answered first
 */
export async function serve(platform: Platform, server: Server, vite?: ViteDevServer): Promise<() => Promise<void>> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const undo of closing.splice(0).reverse()) await undo()
  }
  try {
    // Read now: whoever is refused first, when there is too much to do, must not wait for it.
    messages()
    const answers = keepVisitorAnswers(() => platform.clock.now().getTime())
    const app = createApp({
      platform,
      auth: authOf(platform),
      pages: await openPages(vite),
      metrics: createMetrics(),
      answers,
      ready: async () => {
        const ready = await responds(platform.database.pool)
        return ready ? { ready, matching: await matchingState(platform) } : { ready }
      },
      development: vite !== undefined,
    })
    const listener = getRequestListener(app.fetch)
    server.on('request', (request, response) =>
      vite
        ? vite.middlewares(request, response, () => void listener(request, response))
        : void listener(request, response),
    )
    closing.push(await startWorker(platform, await allJobs()))
    closing.push(await onChange(platform, answers.forget))
    closing.push(await startMatching(platform))
    // A client that went away leaves its request behind: what it needs stays open until it is done.
    closing.push(() => app.drained(10_000))
    return close
  } catch (error) {
    await close()
    throw error
  }
}

async function responds(pool: { query(text: string): Promise<unknown> }): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  )
}
