import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { Log } from './log.ts'
import type { Outbound } from './outbound.ts'

/** What one process is made of. Made once by the server, handed to every request and job. */
export interface Platform {
  config: Config
  clock: Clock
  log: Log
  database: Database
  files: FileStore
  outbound: Outbound
}
