import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The corpus: documents of 40 to 79 words. Half of a document's words come from the whole vocabulary, half from the words
 * of its topic; in both, the word at rank r is drawn with a chance proportional to 1/r (Zipf).
 */
export const CORPUS = {
  seed: 12_345,
  vocabulary: 100_000,
  topics: 100,
  wordsOfTopic: 500,
  shareOfTopic: 0.5,
  shortestDocument: 40,
  longestDocument: 79,
  countries: 20,
} as const

/** What the filter asks: the side is `offer`, and the country is one of those below this number. */
const WANTED_COUNTRIES = 14

export const FILTER_SHARE = 0.5 * (WANTED_COUNTRIES / CORPUS.countries)

export interface BenchDocument {
  /** Words, a blank between two. */
  text: string
  side: 'offer' | 'need'
  country: string
}

export interface BenchQueries {
  /** 2 to 5 distinct words. */
  short: string[][]
  /** 15 to 25 distinct words: a whole need. */
  long: string[][]
  /** What the filter asks. */
  side: 'offer'
  countries: string[]
}

/** Numbers from 0 to below 1, always the same for a seed (Mulberry32). */
export function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The word of a number: letters only, so that every engine's tokenizer leaves it whole, and five, so that none begins another. */
function spelled(word: number): string {
  let letters = ''
  for (let rest = word + 26 ** 3; rest > 0; rest = Math.floor(rest / 26))
    letters = String.fromCharCode(97 + (rest % 26)) + letters
  return `x${letters}`
}

const WORDS = Array.from({ length: CORPUS.vocabulary }, (_, word) => spelled(word))

function wordsOf(random: () => number, count: number, topic: number): string[] {
  const rank = (size: number) => Math.floor(Math.exp(random() * Math.log(size + 1))) - 1
  // A topic's words are spread over the whole vocabulary by Fibonacci hashing.
  const topical = () =>
    (Math.imul(topic * CORPUS.wordsOfTopic + rank(CORPUS.wordsOfTopic), 2_654_435_761) >>> 0) % CORPUS.vocabulary
  return Array.from(
    { length: count },
    () => WORDS[random() < CORPUS.shareOfTopic ? topical() : rank(CORPUS.vocabulary)] ?? '',
  )
}

/**
 * Writes the documents (`documents.tsv`: side, country, text) and queries (`queries.json`, and `short.txt`, `long.txt`
 * and `filter.txt` for engines that do not read JSON) that all engines are measured with.
 */
export function writeCorpus(folder: string, documents: number, queries: number): void {
  const random = pseudoRandom(CORPUS.seed)
  const file = openSync(join(folder, 'documents.tsv'), 'w')
  let lines: string[] = []
  for (let i = 0; i < documents; i++) {
    lines.push(lineOf(documentBy(random)))
    if (lines.length < 4096 && i < documents - 1) continue
    writeSync(file, lines.join(''))
    lines = []
  }
  closeSync(file)
  const set = queriesBy(pseudoRandom(CORPUS.seed + 1), queries)
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(set))
  writeFileSync(join(folder, 'filter.txt'), `${[set.side, ...set.countries].join(' ')}\n`)
  for (const length of ['short', 'long'] as const)
    writeFileSync(join(folder, `${length}.txt`), set[length].map((words) => `${words.join(' ')}\n`).join(''))
}

/** One more document of the corpus. */
export function documentBy(random: () => number): BenchDocument {
  const { shortestDocument, longestDocument } = CORPUS
  const topic = Math.floor(random() * CORPUS.topics)
  const length = shortestDocument + Math.floor(random() * (longestDocument - shortestDocument + 1))
  const text = wordsOf(random, length, topic).join(' ')
  return {
    text,
    side: random() < 0.5 ? 'offer' : 'need',
    country: country(Math.floor(random() * CORPUS.countries)),
  }
}

function queriesBy(random: () => number, count: number): BenchQueries {
  const some = (least: number, most: number) =>
    Array.from({ length: count }, () => {
      const topic = Math.floor(random() * CORPUS.topics)
      const length = least + Math.floor(random() * (most - least + 1))
      const words = new Set<string>()
      while (words.size < length) words.add(wordsOf(random, 1, topic)[0] ?? '')
      return [...words]
    })
  const short = some(2, 5)
  const long = some(15, 25)
  return { short, long, side: 'offer', countries: Array.from({ length: WANTED_COUNTRIES }, (_, i) => country(i)) }
}

const country = (number: number) => `c${String.fromCharCode(97 + number)}`

const lineOf = ({ side, country, text }: BenchDocument) => `${side}\t${country}\t${text}\n`

/** Reads the documents of a folder, some thousand at a time. */
export function* readDocuments(folder: string): Generator<BenchDocument[]> {
  const file = openSync(join(folder, 'documents.tsv'), 'r')
  const buffer = Buffer.alloc(1 << 20)
  let rest = ''
  for (;;) {
    const read = readSync(file, buffer)
    if (read === 0) break
    const lines = (rest + buffer.toString('latin1', 0, read)).split('\n')
    rest = lines.pop() ?? ''
    yield lines.map((line) => {
      const [side, where = '', text = ''] = line.split('\t')
      return { side: side === 'offer' ? 'offer' : 'need', country: where, text }
    })
  }
  closeSync(file)
}
