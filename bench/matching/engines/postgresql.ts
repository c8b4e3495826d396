import pg from 'pg'
import { startEmbedded } from '#platform/db/embedded.ts'
import type { OpenEngine } from '../engine.ts'

export const open: OpenEngine = async ({ side, countries }, folder) => {
  const embedded = await startEmbedded({ dataDir: folder, log: () => {} })
  const client = new pg.Client({ connectionString: embedded.url() })
  await client.connect()
  await client.query(`create unlogged table documents (id int, side text, country text, words tsvector)`)
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  const find = (filter: string) => `
    select id from documents, to_tsquery('simple', $1) query where words @@ query ${filter}
    order by ts_rank_cd(words, query) desc, id limit 10`
  const any = { name: 'any', text: find('') }
  const some = { name: 'some', text: find('and side = $2 and country = any($3)') }
  let next = 0
  return {
    version: `PostgreSQL ${rows[0]?.version} ts_rank_cd`,
    async add(documents) {
      await client.query(
        `insert into documents select id, side, country, to_tsvector('simple', text)
         from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as given (id, side, country, text)`,
        [
          documents.map(() => next++),
          documents.map((one) => one.side),
          documents.map((one) => one.country),
          documents.map((one) => one.text),
        ],
      )
    },
    async finish() {
      await client.query('create index on documents using gin (words)')
      await client.query('vacuum analyze documents')
      const { rows } = await client.query(`select pg_total_relation_size('documents') as bytes`)
      return Number(rows[0]?.bytes)
    },
    async search(words, filtered) {
      const query = words.join(' | ')
      const found = await client.query<{ id: number }>(
        filtered ? { ...some, values: [query, side, countries] } : { ...any, values: [query] },
      )
      return found.rows.map(({ id }) => id)
    },
    async close() {
      await client.end()
      await embedded.stop()
    },
  }
}
