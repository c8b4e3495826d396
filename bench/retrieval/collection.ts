import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Grades } from './metrics.ts'

/**
 * A document or query of a collection in BEIR form (Thakur et al., "BEIR", 2021): `_id`, `title`, `text`. Ours add
 * what the platform's own documents have; a query with a title is a whole need, one without it is words somebody typed.
 */
export interface Entry {
  _id: string
  title?: string
  summary?: string
  keywords?: readonly string[]
  text?: string
  /** ISO 639-1 code; detected where it is missing. */
  language?: string
  /** The part of the collection a query belongs to, such as `tuning`; each is reported on its own. */
  part?: string
  /** The same in English, for comparison with "everything translated". */
  title_en?: string
  text_en?: string
}

export interface Collection {
  documents: readonly Entry[]
  queries: readonly Entry[]
  judgements: ReadonlyMap<string, Grades>
}

/**
 * Reads a collection from a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`, or the same with `.test` before
 * the ending, or packed (`.gz`).
 * @throws when one of the three is missing
 */
export function readCollection(folder: string): Collection {
  return {
    documents: entries(textOf(folder, 'corpus', 'jsonl')),
    queries: entries(textOf(folder, 'queries', 'jsonl')),
    judgements: judgementsOf(textOf(folder, 'qrels', 'tsv')),
  }
}

/** The same collection with everything in English, or undefined where it is not all there. */
export function translated({ documents, queries, judgements }: Collection): Collection | undefined {
  if ([...documents, ...queries].some(({ text_en }) => text_en === undefined)) return undefined
  const inEnglish = ({ _id, part, title_en, text_en }: Entry): Entry => ({
    _id,
    language: 'en',
    ...(part === undefined ? {} : { part }),
    ...(title_en === undefined ? {} : { title: title_en }),
    text: text_en ?? '',
  })
  return { documents: documents.map(inEnglish), queries: queries.map(inEnglish), judgements }
}

function textOf(folder: string, name: string, ending: string): string {
  for (const part of ['', '.test']) {
    const path = join(folder, `${name}${part}.${ending}`)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    if (existsSync(`${path}.gz`)) return gunzipSync(readFileSync(`${path}.gz`)).toString('utf8')
  }
  throw new Error(`${folder} holds no ${name}.${ending}`)
}

function entries(text: string): Entry[] {
  return linesOf(text).map((line) => JSON.parse(line) as Entry)
}

/** Lines `query document grade`, with tabs between and a line of titles on top, if it has one. */
export function judgementsOf(text: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>()
  for (const line of linesOf(text)) {
    const [query = '', document = '', grade = ''] = line.split('\t')
    if (Number.isNaN(Number(grade))) continue
    const grades = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, grades.set(document, Number(grade)))
  }
  return judgements
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
