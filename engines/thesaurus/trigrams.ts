/** Levels of frequency a profile tells apart; each holds trigrams half as frequent as the one before. */
export const LEVELS = 8

/** Trigrams kept for each language: the rarer ones say little and cost room. */
const KEPT = 700

/** The letters of `word` in threes, with a space before and after it: `eau` gives ` ea`, `eau`, `au `. */
export function trigrams(word: string): string[] {
  const padded = ` ${word} `
  const found: string[] = []
  for (let at = 0; at + 3 <= padded.length; at++) found.push(padded.slice(at, at + 3))
  return found
}

/**
 * How a language spells: its most frequent trigrams by falling level of frequency, each level written as one string of
 * trigrams in a row. `words` are lower-case words of it, each as often as it should count.
 */
export function trigramProfile(words: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const word of words) {
    for (const trigram of trigrams(word)) counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  const kept = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, KEPT)
  const highest = kept[0]?.[1] ?? 1
  const levels: string[] = Array.from({ length: LEVELS }, () => '')
  for (const [trigram, count] of kept) {
    const level = Math.min(LEVELS - 1, Math.floor(Math.log2(highest / count)))
    levels[level] += trigram
  }
  return levels
}
