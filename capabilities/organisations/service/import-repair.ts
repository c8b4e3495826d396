import { folded } from '#platform/db/folded.ts'
import { capitalOf, frequentWords, lettersFor, mayBeLost } from './import-alphabets.ts'
import { LOST } from './import-text.ts'

const wordPattern = /[\p{L}\p{M}\uFFFD?]+/gu
const isLost = (letter: string) => letter === LOST || letter === '?'
const hasLost = /\uFFFD|\?(?=\p{L})|(?<=\p{L})\?/u

/** Whether letters of a text were lost: replaced by `U+FFFD`, or by a question mark within or at the end of a word. */
export function isDamaged(text: string): boolean {
  return hasLost.test(text)
}

/**
 * The intact words of a file and of what is known already, by country: what a damaged word is compared with.
 */
export class Lexicon {
  readonly #byLength = new Map<string, Map<string, number>>()
  readonly #answers = new Map<string, string | null>()

  constructor() {
    for (const [country, words] of Object.entries(frequentWords)) this.add(country, words)
  }

  /** Takes up the intact words of a text. */
  add(country: string, text: string): void {
    for (const word of text.match(wordPattern) ?? []) {
      if (word.length < 2 || hasLost.test(word)) continue
      const key = `${country}:${word.length}`
      const words = this.#byLength.get(key) ?? new Map<string, number>()
      this.#byLength.set(key, words)
      const low = word.toLowerCase()
      words.set(low, (words.get(low) ?? 0) + 1)
    }
  }

  /**
   * Restores a damaged text word by word.
   * @param beside other texts of the same row: `GDANSK01` tells what `Gda?sk` was
   */
  repair(country: string, text: string, beside: readonly string[]): string {
    const near = beside.flatMap((each) => each.match(/\p{L}+/gu) ?? []).map((word) => folded(word))
    return text.replace(wordPattern, (word, at: number) => {
      if (!hasLost.test(word)) return word
      return this.#word(country, word, near, at === 0) ?? word
    })
  }

  #word(country: string, word: string, near: readonly string[], first: boolean): string | null {
    const beyond = !word.includes(LOST)
    const low = word.toLowerCase()
    const key = `${country}:${low}:${near.join(' ')}`
    let found = this.#answers.get(key)
    if (found === undefined) {
      found =
        this.#intact(country, low, beyond) ?? byPlainLetters(country, low, beyond, this.#plain(country, low, near))
      this.#answers.set(key, found)
    }
    return found === null ? null : inCaseOf(word, found, country, first)
  }

  /** The one intact word that is the same but for the lost letters; the more frequent where several are. */
  #intact(country: string, low: string, beyond: boolean): string | null {
    const fits = [...(this.#byLength.get(`${country}:${low.length}`) ?? [])]
      .filter(([word]) =>
        Array.from(low).every((letter, at) =>
          isLost(letter) ? mayBeLost(word[at] ?? '', beyond) : word[at] === letter,
        ),
      )
      .sort((one, other) => other[1] - one[1])
    const [best, next] = fits
    if (!best || (next && best[1] < 4 * next[1])) return null
    return best[0]
  }

  /** Spellings of the word in plain letters: those of the row first, then of the same country. */
  #plain(country: string, low: string, near: readonly string[]): string[] {
    const lost = Array.from(low).filter(isLost).length
    const same: string[] = []
    for (let more = 0; more <= lost; more++)
      for (const word of this.#byLength.get(`${country}:${low.length + more}`)?.keys() ?? [])
        if (/^[a-z]+$/.test(word)) same.push(word)
    return [...near.filter((word) => /^[a-z]+$/.test(word)), '', ...same]
  }
}

/** What the plain spellings say of the lost letters, if they all say the same and each leaves one letter only. */
function byPlainLetters(country: string, low: string, beyond: boolean, spellings: readonly string[]): string | null {
  const found = new Set<string>()
  let own = true
  for (const spelling of spellings) {
    if (spelling === '') {
      // What the row itself says goes before what others say.
      if (found.size === 1) break
      own = false
      continue
    }
    for (const word of along(country, Array.from(low), spelling, beyond, own)) found.add(word)
    if (found.size > 1) return null
  }
  const [only] = found
  return only ?? null
}

/**
 * The damaged word with its lost letters as a plain spelling has them.
 * @param loose the spelling may go on, or break off after four letters, as in `GDANSKU` and `CZESTOC`
 */
function along(country: string, low: string[], spelling: string, beyond: boolean, loose: boolean): string[] {
  const whole: string[] = []
  const walk = (at: number, place: number, made: string): void => {
    const letter = low[at]
    if (letter === undefined) {
      if (place === spelling.length || (loose && low.length >= 4)) whole.push(made)
      return
    }
    if (place >= spelling.length) {
      // Cut off: only where nothing lost is left to say.
      if (loose && at >= 4 && !low.slice(at).some(isLost)) whole.push(made + low.slice(at).join(''))
      return
    }
    if (!isLost(letter)) {
      const plain = folded(letter)
      if (spelling.startsWith(plain, place)) walk(at + 1, place + plain.length, made + letter)
      return
    }
    for (const length of [1, 2]) {
      for (const option of lettersFor(country, spelling.slice(place, place + length), beyond))
        walk(at + 1, place + length, made + option)
    }
  }
  walk(0, 0, '')
  return whole
}

/** The restored word in capitals or not, as the damaged one was. */
function inCaseOf(word: string, found: string, country: string, first: boolean): string {
  const kept = Array.from(word).filter((letter) => !isLost(letter))
  const shouting =
    kept.length > 0 && kept.every((letter) => letter === letter.toUpperCase()) && kept.some((l) => /\p{L}/u.test(l))
  const given = Array.from(word)
  return Array.from(found)
    .map((letter, at) => {
      const old = given[at] ?? ''
      if (!isLost(old)) return old || letter
      // What begins with a lost letter is mostly a name; short words between names are not.
      const capital = at === 0 ? shouting || first || given.length > 3 : shouting && kept.length > 1
      return capital ? capitalOf(letter, country) : letter
    })
    .join('')
}
