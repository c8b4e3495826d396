/**
 * Endings of number, possession and case with their diacritics folded (harmony leaves two vowels of four), longest
 * first. Derivation is left alone: üretim (production) and üretici (producer) stay two words.
 */
const ENDINGS = (
  'larindan lerinden larinda lerinde larinin lerinin larina lerine larini lerini lardan lerden larla lerle larda lerde ' +
  'larin lerin lari leri lara lere lar ler sindan sinden sundan sunden sinda sinde sunda sunde sinin sunun sina sine ' +
  'suna sune sini sunu siyla siyle suyla suyle indan inden undan unden inda inde unda unde inin unun ina ine una une ' +
  'ini unu si su ndan nden nin nun dan den tan ten yla yle da de ta te ya ye yi yu la le in un a e i u'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Letters that are left at least: shorter words are told apart by every one they have (yonca clover, yosun seaweed). */
const SHORTEST = 4

/** Water is shorter than that, and too frequent to be missed in its other forms. */
const WATER = /^su(?:yu|yun|ya|da|dan|lar|lari|larin|larinin|larini|yla)$/

/** The voiced consonants that the last letter of a word becomes before a vowel: iplik, ipliği; kitap, kitabı. */
const VOICELESS: Record<string, string> = { g: 'k', b: 'p' }

/**
 * The stem of a Turkish word, lower case and without diacritics. Endings come off one after the other; Snowball's
 * stemmer takes off much more, down to two letters, and not the same of each form of a word.
 */
export function turkishStem(word: string): string {
  if (WATER.test(word)) return 'su'
  let stem = word
  for (;;) {
    const ending = ENDINGS.find((one) => stem.length - one.length >= SHORTEST && stem.endsWith(one))
    if (ending === undefined) break
    stem = stem.slice(0, -ending.length)
  }
  const last = stem.at(-1) ?? ''
  return stem !== word && stem.length >= SHORTEST ? stem.slice(0, -1) + (VOICELESS[last] ?? last) : stem
}
