import { join } from 'node:path'
import { describeBreach } from './structure/breach.ts'
import { deriveFloors } from './structure/cycles.ts'
import { checkStructure, readTree } from './structure/structure.ts'

// `npm run check:structure`: who may import whom, names, lengths, purity. With `--floors`, the floor of each capability.

const tree = readTree(join(import.meta.dirname, '..'))

if (process.argv.includes('--floors')) {
  const floors = [...deriveFloors(tree.sources)].sort(([a, x], [b, y]) => x - y || a.localeCompare(b))
  for (const [capability, floor] of floors) console.log(`${floor} ${capability}`)
}

const breaches = checkStructure(tree)
for (const breach of breaches) console.log(describeBreach(breach))
if (breaches.length > 0) {
  console.error(
    `${breaches.length} breach${breaches.length === 1 ? '' : 'es'} of the architecture (docs/architecture.md)`,
  )
  process.exitCode = 1
}
