import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

/** Text as it is looked up: lower case, without diacritics, so that "Malaga" finds "Málaga". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => letters[letter] ?? letter)
}

/** Holds where every word of the query begins a word of the (folded) column. Undefined for a query without words. */
export function holdsWords(column: AnyPgColumn, query: string | undefined): SQL | undefined {
  const words = folded(query ?? '').match(/[\p{L}\p{N}]+/gu)
  if (!words) return undefined
  const wanted = words
    .slice(0, 12)
    .map((word) => `${word}:*`)
    .join(' & ')
  return sql`to_tsvector('simple', ${column}) @@ to_tsquery('simple', ${wanted})`
}
