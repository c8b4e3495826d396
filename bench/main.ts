import { parseArgs } from 'node:util'
import { benchHttp } from './http.ts'
import { printer } from './print.ts'
import { benchRetrieval } from './retrieval.ts'

// `npm run bench -- http|retrieval [--json]`: measures beside what it is compared with, in one run, and prints figures.
const benches = { http: benchHttp, retrieval: benchRetrieval }

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    listings: { type: 'string' },
    seconds: { type: 'string' },
    collection: { type: 'string' },
  },
})
const [name = ''] = positionals
const bench = benches[name as keyof typeof benches]
if (!bench) {
  process.stderr.write(`Say which: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
await bench(printer(values.json), {
  listings: Number(values.listings ?? 100_000),
  seconds: Number(values.seconds ?? 10),
  collection: values.collection,
})
