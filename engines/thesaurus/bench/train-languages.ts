import { writeFileSync } from 'node:fs'
import compoundParts from '../data/compound-parts.json' with { type: 'json' }
import { foldDiacritics, lowerCase } from '../fold.ts'
import { INNOVATION_ECONOMY } from '../innovation-economy.ts'
import { LANGUAGES, type Language } from '../languages.ts'
import { STOP_WORDS } from '../stop-words.ts'
import { tokenise } from '../tokens.ts'
import { trigramProfile } from '../trigrams.ts'

// Writes data/trigrams.json from the labels of the thesaurus: run again when many labels have changed.

/** A label is read once as it is written and once as people type it who leave the diacritics out. */
function* wordsOf(language: Language): Generator<string> {
  const parts: Record<string, string> = compoundParts
  const labels = INNOVATION_ECONOMY.flatMap((concept) => concept.labels[language] ?? [])
  for (const text of [...STOP_WORDS[language], ...(parts[language]?.split(' ') ?? []), ...labels]) {
    for (const { surface } of tokenise(text)) {
      const word = lowerCase(surface, language)
      if (!/^\p{L}{2,}$/u.test(word)) continue
      yield word
      yield word
      yield foldDiacritics(word)
    }
  }
}

const profiles = LANGUAGES.map((language) => {
  const levels = trigramProfile(wordsOf(language)).map((level) => `    ${JSON.stringify(level)}`)
  return `  "${language}": [\n${levels.join(',\n')}\n  ]`
})
writeFileSync(new URL('../data/trigrams.json', import.meta.url), `{\n${profiles.join(',\n')}\n}\n`)
