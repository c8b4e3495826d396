import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Concept } from '#engines/thesaurus/concept.ts'
import { createThesaurus, type Thesaurus } from '#engines/thesaurus/thesaurus.ts'
import type { Collection, Entry } from './collection.ts'

/** One set of MELO: mentions of occupations in one language, to be linked to ESCO's labels in the same or another. */
export interface LinkingSet {
  name: string
  acrossLanguages: boolean
  collection: Collection
  /** Reads texts by ESCO's labels in all languages the folder has. */
  thesaurus: Thesaurus
}

/**
 * The sets in a folder as the MELO repository lays them out (`aut_q_de_c_en`: Austrian mentions in German, labels in
 * English). ESCO's labels of every set of one origin are imported together as the vocabulary.
 */
export function* linkingSets(folder: string): Generator<LinkingSet> {
  const names = readdirSync(folder)
    .filter((name) => /^\w+_q_\w\w_c_\w\w$/.test(name))
    .sort()
  for (const name of names) {
    const [origin = '', , from = '', , to = ''] = name.split('_')
    const siblings = names.filter((other) => other.startsWith(`${origin}_`))
    const entries = (file: string, language: string): Entry[] =>
      table(join(folder, name, file)).map(([_id = '', title = '']) => ({ _id, text: title, title, language }))
    const judgements = new Map<string, Map<string, number>>()
    for (const [query = '', , element = ''] of table(join(folder, name, 'annotations.tsv')))
      judgements.set(query, (judgements.get(query) ?? new Map<string, number>()).set(element, 1))
    yield {
      name,
      acrossLanguages: from !== to,
      collection: {
        documents: entries('corpus_elements.tsv', to).map(({ text: _, ...entry }) => entry),
        queries: entries('queries.tsv', from).map(({ title: _, ...entry }) => entry),
        judgements,
      },
      thesaurus: createThesaurus(vocabulary(folder, siblings)),
    }
  }
}

function vocabulary(folder: string, sets: readonly string[]): Concept[] {
  const labels = new Map<string, Record<string, string[]>>()
  for (const set of sets) {
    const language = set.slice(-2)
    const surfaces = new Map(
      table(join(folder, set, 'corpus_elements.tsv')).map(([id = '', label = '']) => [id, label]),
    )
    for (const [element = '', concept = ''] of table(join(folder, set, 'concept_mapping.tsv'))) {
      const own = labels.get(concept) ?? {}
      own[language] = [...(own[language] ?? []), surfaces.get(element) ?? '']
      labels.set(concept, own)
    }
  }
  return [...labels].map(([id, own]) => ({ id, area: 'esco', labels: own, broader: [], related: [] }))
}

function table(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
