import type { BenchDocument, BenchQueries } from './corpus.ts'

/** What can be measured: something that takes documents and finds those that a query's words are in. */
export interface Engine {
  /** What answers, with its version. */
  version: string
  /** Adds documents, numbered from 0 in the order they come. */
  add(documents: readonly BenchDocument[]): void | Promise<void>
  /** Makes everything added searchable. @returns bytes that it takes, or undefined for what the process's heap grew by */
  finish(): number | undefined | Promise<number>
  /** The best ten documents that have any of the words, best first. */
  search(words: readonly string[], filtered: boolean): number[] | Promise<number[]>
  /** What is only measured of this one. */
  more?(say: SayFigures): Promise<void>
  close?(): void | Promise<void>
}

export type SayFigures = (name: string, figures: Record<string, number | string | boolean>) => void

/** @param folder one of its own, for its files; empty */
export type OpenEngine = (queries: BenchQueries, folder: string) => Engine | Promise<Engine>

/** What a process that measured an engine says, a line of JSON each. */
export type Report =
  | { kind: 'index'; version: string; documents: number; seconds: number; bytes: number; rss: number }
  | { kind: 'case'; case: string; p50: number; p99: number; mean: number; queries: number; best: number[][] }
  | { kind: 'figure'; case: string; figures: Record<string, number | string | boolean> }

export const CASES = ['short', 'short filtered', 'long', 'long filtered'] as const
/** Queries whose answers are handed over for comparison. */
export const COMPARED = 50
/** Each query is timed so often, and the middle one counts. */
export const ROUNDS = 3
