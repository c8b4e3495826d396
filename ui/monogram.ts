const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'et',
  'di',
  'da',
  'der',
  'die',
  'das',
  'und',
  'für',
  'von',
  'van',
  'y',
  'e',
  'i',
  'a',
  'o',
])

/** One or two initials of a name, upper case, skipping small words unless nothing else is there. Empty name: `?`. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const large = words.filter((word) => !smallWords.has(word.toLowerCase()))
  const chosen = (large.length ? large : words).slice(0, 2)
  return (
    chosen
      .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 63))
      .join('')
      .toUpperCase() || '?'
  )
}

/** A number from 0 to `kinds - 1`, always the same for the same seed (FNV-1a, 32 bit). */
export function pick(seed: string, kinds: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % kinds
}
