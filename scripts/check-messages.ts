import { join } from 'node:path'
import { checkMessages } from './messages/messages.ts'
import { describeBreach } from './structure/breach.ts'

// `npm run check:messages`: every text in every language, none unused, none missing.

const breaches = checkMessages(join(import.meta.dirname, '..'))
for (const breach of breaches) console.log(describeBreach(breach))
if (breaches.length > 0) {
  console.error(`${breaches.length} ${breaches.length === 1 ? 'text' : 'texts'} to mend (docs/conventions.md, "Texts")`)
  process.exitCode = 1
}
