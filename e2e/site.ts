import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { vi } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { cloneDatabase } from '#platform/db/test-database.ts'
import { mailMessages } from '#platform/mail/table.ts'
import type { Platform } from '#platform/platform.ts'
import { seedDemonstration } from '#server/demonstration.ts'
import { openPlatform } from '#server/open-platform.ts'
import { buildPages } from '../scripts/build.ts'

export interface Site {
  /** `http://localhost:` and a port of its own. */
  origin: string
  platform: Platform
  /** The newest mail to an address whose subject holds these words, once it is there. */
  letter(to: string, subject: string): Promise<{ subject: string; text: string; link: string }>
  close(): Promise<void>
}

/**
 * The whole site for one test file: pages as they are built, HTTP, jobs, a database and a file folder of its own, the
 * machine's clock. Call `close` when done.
 * @param demonstration whether the demonstration world is there
 */
export async function openSite({ demonstration }: { demonstration: boolean }): Promise<Site> {
  if (!buildPages()) throw new Error('The pages could not be built')
  // React renders as it does for people; it looks when it is first loaded.
  process.env.NODE_ENV = 'production'
  const { serve } = await import('#server/serve.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-site-'))
  const clone = await cloneDatabase()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: clone.url,
    DATABASE_POOL: '10',
    ENTENTE_URL: origin,
    ENTENTE_DEMO: String(demonstration),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  })
  const { platform, close } = await openPlatform(() => {}, config)
  if (demonstration) await seedDemonstration(platform, () => {})
  const stop = await serve(platform, server)
  return {
    origin,
    platform,
    async letter(to, subject) {
      return vi.waitFor(
        async () => {
          const rows = await platform.database.db
            .select()
            .from(mailMessages)
            .where(eq(mailMessages.to, to))
            .orderBy(desc(mailMessages.id))
          const found = rows.find((row) => row.subject.includes(subject))
          if (!found)
            throw new Error(`No mail to ${to} about "${subject}"; there are: ${rows.map((row) => row.subject)}`)
          return { subject: found.subject, text: found.text, link: /https?:\S+/.exec(found.text)?.[0] ?? '' }
        },
        { timeout: 30_000, interval: 50 },
      )
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await stop()
      await close()
      await clone.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
