import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { onOutbox } from '#platform/changes/relay.ts'
import type { Platform } from '#platform/platform.ts'
import { Replica } from './replica.ts'

/** Milliseconds of loading after which others are served. */
const SLICE = 8

interface Matching {
  replica: Replica
  loading: Promise<void> | undefined
  /** Loaded beside the site's work: whoever asks meanwhile is told to come back. */
  background: boolean
}

const open = new WeakMap<Platform, Matching>()

function matchingOf(platform: Platform): Matching {
  const known = open.get(platform)
  if (known) return known
  const made: Matching = { replica: new Replica(), loading: undefined, background: false }
  open.set(platform, made)
  return made
}

function loadOnce(platform: Platform, matching: Matching): Promise<void> {
  let since = performance.now()
  const breathe = () => {
    if (performance.now() - since < SLICE) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
  matching.loading ??= matching.replica.load(platform.database.db, breathe).catch((error) => {
    // The next to ask begins anew.
    matching.loading = undefined
    matching.replica = new Replica()
    throw error
  })
  return matching.loading
}

/**
 * The process's copy of all that can be matched, up to date with every change that is committed; after very many at once
 * (an import) it catches up beside what it answers meanwhile. A process that did not start it in the background loads it
 * when it is first asked.
 * @returns null while it is being loaded in the background
 */
export async function matchingReplica(platform: Platform): Promise<Replica | null> {
  const matching = matchingOf(platform)
  if (!matching.replica.loaded) {
    if (matching.background) return null
    await loadOnce(platform, matching)
  }
  const { replica } = matching
  while ((await replica.follow(platform.database.db)) && !matching.background);
  return replica
}

/**
 * Loads the copy beside the process's other work and lets it follow the outbox.
 * @returns how to stop
 */
export async function startMatching(platform: Platform): Promise<() => Promise<void>> {
  const matching = matchingOf(platform)
  matching.background = true
  let loading = false
  return onOutbox(platform, async () => {
    if (matching.replica.loaded) {
      while (await matching.replica.follow(platform.database.db));
      return
    }
    if (loading) return
    loading = true
    const began = performance.now()
    // Not waited for: stopping the process must not wait for it either.
    void loadOnce(platform, matching)
      .then(() => {
        const { size: documents } = matching.replica.index
        platform.log.info({ documents, ms: Math.round(performance.now() - began) }, 'the matching index is loaded')
        // Loading leaves a third of the heap unused, which V8 would keep for as long as little is asked of it.
        globalThis.gc?.({ type: 'major', flavor: 'last-resort', execution: 'sync' })
      })
      .catch((error) => platform.log.error({ error: String(error) }, 'loading the matching index failed'))
      .finally(() => {
        loading = false
      })
  })
}

export interface MatchingState {
  state: 'idle' | 'warming' | 'ready'
  /** Listings and organisations held. */
  documents: number
  /** News not taken up yet. */
  lag: number
}

/** How the process's copy stands, for those who watch the process. */
export async function matchingState(platform: Platform): Promise<MatchingState> {
  const { replica, loading, background } = matchingOf(platform)
  const documents = replica.index.size
  if (!replica.loaded) return { state: loading || background ? 'warming' : 'idle', documents, lag: 0 }
  const { xid, event } = replica.cursor
  const { rows } = await platform.database.db.execute<{ lag: string }>(sql`
    select count(*) as lag from (select 1 from outbox_events where (xid, id) > (${xid}::xid8, ${event}) limit 10000) as news`)
  return { state: 'ready', documents, lag: Number(rows[0]?.lag ?? 0) }
}
