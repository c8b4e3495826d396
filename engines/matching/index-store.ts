import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { MatchDocument } from './document.ts'
import { explainPair } from './explain.ts'
import type { Explanation, SearchResult } from './explanation.ts'
import { IndexState } from './index-state.ts'
import type { Query, SearchOptions } from './query.ts'
import { searchIndex } from './search.ts'

export interface IndexOptions {
  /** Reads the texts: `innovationThesaurus()` or one made from other vocabularies. */
  thesaurus: Thesaurus
}

/** Needs, offers and profiles, searchable. What was changed is seen by the next search. */
export interface MatchIndex {
  /** Documents held. */
  readonly size: number
  has(id: string): boolean
  /** A copy of the document as it was given, or undefined. */
  get(id: string): MatchDocument | undefined
  /** Adds a document, or puts it in the place of the one with the same id. */
  upsert(document: MatchDocument): void
  /** Returns whether there was such a document. */
  remove(id: string): boolean
  /** The best answers to a document or to words, best first, ties by id. Exact; never throws for an odd query. */
  search(query: Query, options: SearchOptions): SearchResult
  /**
   * Why, or why not, `candidate` answers `query`: works for any pair, eligible or not, the candidate given as a document
   * or as the id of one in the index. Null only when there is no such id.
   */
  explain(query: Query, candidate: MatchDocument | string, options: SearchOptions): Explanation | null
}

/** An empty index. It keeps everything in memory and belongs to one thread. */
export function createIndex({ thesaurus }: IndexOptions): MatchIndex {
  const state = new IndexState(thesaurus)
  return {
    get size() {
      return state.slots.size
    },
    has: (id) => state.slots.has(id),
    get: (id) => state.document(id),
    upsert(document) {
      state.remove(document.id)
      state.add(document)
    },
    remove: (id) => state.remove(id),
    search: (query, options) => searchIndex(state, query, options),
    explain(query, candidate, options) {
      const document = typeof candidate === 'string' ? state.document(candidate) : candidate
      return document === undefined ? null : explainPair(state, query, document, options)
    },
  }
}
