import { parseArgs } from 'node:util'
import { benchHttp } from './http.ts'
import { benchMatching } from './matching/matching.ts'
import { type Print, printer } from './print.ts'
import { benchRetrieval } from './retrieval.ts'

// `npm run bench -- http|matching|retrieval [--json]`: measures beside what it is compared with, in one run, and prints figures.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    listings: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    documents: { type: 'string', multiple: true, default: ['100000', '1000000'] },
    engines: { type: 'string', default: '' },
    queries: { type: 'string', default: '500' },
    collection: { type: 'string' },
    melo: { type: 'string' },
  },
})
const benches: Record<string, (print: Print) => void | Promise<void>> = {
  http: (print) => benchHttp(print, { listings: Number(values.listings), seconds: Number(values.seconds) }),
  matching: (print) =>
    benchMatching(print, {
      documents: values.documents.flatMap((sizes) => sizes.split(',')).map(Number),
      engines: values.engines.split(',').filter(Boolean),
      queries: Number(values.queries),
      budget: Number(values.seconds),
    }),
  retrieval: (print) => benchRetrieval(print, { collection: values.collection, melo: values.melo }),
}
const [name = ''] = positionals
const bench = benches[name]
if (!bench) {
  process.stderr.write(`Say which: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
await bench(printer(values.json))
