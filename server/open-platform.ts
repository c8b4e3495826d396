import { systemClock } from '#platform/clock.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { openFileStore } from '#platform/files/store.ts'
import { createLog } from '#platform/log.ts'
import { openOutbound } from '#platform/outbound.ts'
import type { Platform } from '#platform/platform.ts'

export interface OpenPlatform {
  platform: Platform
  /** Closes what was opened, last to first; a server that another process started goes on. */
  close(): Promise<void>
}

/**
 * Opens all that a process works with, as the settings say: the database (the embedded one is started, or joined where it
 * runs already), its schema brought up to date, the files.
 * @param tell hears what takes a moment
 * @throws ConfigError when the settings do not fit together
 */
export async function openPlatform(
  tell: (line: string) => void = () => {},
  config: Config = readConfig(process.env),
): Promise<OpenPlatform> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const undo of closing.splice(0).reverse()) await undo()
  }
  try {
    const log = createLog(config.logLevel)
    let url = config.databaseUrl
    if (!url) {
      tell('starting the database')
      const embedded = await startEmbedded({ dataDir: config.dataDir, log: (line) => log.debug({}, line) })
      closing.push(() => embedded.stop())
      url = embedded.url()
    }
    const database = openDatabase(url, config.databasePool, log)
    closing.push(() => database.close())
    await migrateDatabase(database.pool)
    const files = await openFileStore(config)
    const outbound = openOutbound({ allowPrivate: [] })
    return { platform: { config, clock: systemClock, log, database, files, outbound }, close }
  } catch (error) {
    await close()
    throw error
  }
}
