import { foldDiacritics } from './fold.ts'

/** Languages that write several nouns as one word, and the sounds they put in the joints. */
const LINKS: Record<string, readonly string[]> = {
  de: ['', 's', 'n', 'en', 'es', 'er', 'e'],
  sv: ['', 's', 'e', 'o', 'u'],
}

/** A part shorter than this is found by chance inside too many words. Letters. */
const SHORTEST_PART = 4

/** Splits a folded lower-case word into the parts it is made of, or returns null when it is no compound. */
export type CompoundSplitter = (foldedWord: string) => readonly string[] | null

export function writesCompounds(language: string): boolean {
  return language in LINKS
}

/**
 * A splitter that knows the simple words `vocabulary` (any spelling). Of all splits into known words, with or without a
 * linking sound between them, the one with the fewest parts is taken, then the one with the longest first part: what
 * stands in the vocabulary as a whole (Wasserstoff) is thus never torn apart.
 */
export function compoundSplitter(language: string, vocabulary: Iterable<string>): CompoundSplitter {
  const links = LINKS[language] ?? []
  const parts = new Set<string>()
  for (const word of vocabulary) {
    const folded = foldDiacritics(word.toLowerCase())
    if (folded.length >= SHORTEST_PART) parts.add(folded)
  }

  function split(word: string): readonly string[] | null {
    if (parts.has(word)) return [word]
    let best: readonly string[] | null = null
    for (let length = word.length - SHORTEST_PART; length >= SHORTEST_PART; length--) {
      const head = word.slice(0, length)
      if (!parts.has(head)) continue
      for (const link of links) {
        if (!word.startsWith(link, length)) continue
        const rest = word.slice(length + link.length)
        if (rest.length < SHORTEST_PART) continue
        const tail = split(rest)
        if (tail !== null && (best === null || tail.length + 1 < best.length)) best = [head, ...tail]
      }
    }
    return best
  }

  return (word) => {
    if (word.length < 2 * SHORTEST_PART || parts.has(word)) return null
    return split(word) ?? splitInflected(word)
  }

  // The last part carries the ending of the whole word: Abwasserbehandlungen.
  function splitInflected(word: string): readonly string[] | null {
    for (const ending of INFLECTIONS[language] ?? []) {
      if (!word.endsWith(ending)) continue
      const found = split(word.slice(0, -ending.length))
      if (found !== null && found.length > 1) return found
    }
    return null
  }
}

const INFLECTIONS: Record<string, readonly string[]> = {
  de: ['e', 'n', 's', 'en', 'es', 'er', 'ern', 'em'],
  sv: ['s', 'n', 'r', 'en', 'et', 'ar', 'er', 'or', 'arna', 'erna', 'orna', 'ens', 'ets'],
}
