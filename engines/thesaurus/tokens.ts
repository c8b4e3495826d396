/** One word of a text as it stands there. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Token {
  surface: string
  start: number
  end: number
  /** True when a full stop, a colon or a line end stands between this word and the one before. */
  opensClause: boolean
}

// R&D and B2B stay one word, 4.0 stays one number, C++ and C# keep their signs.
const WORD = /\p{L}&\p{L}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu
const CLAUSE_END = /[.;:!?\n•|]/

/** The words of `text` in order. Apostrophes and hyphens separate words: `l'eau` is two. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let previousEnd = 0
  for (const match of text.matchAll(WORD)) {
    const surface = match[0]
    const start = match.index
    const gap = start - previousEnd
    const opensClause =
      gap !== 0 && !(gap === 1 && text[previousEnd] === ' ') && CLAUSE_END.test(text.slice(previousEnd, start))
    previousEnd = start + surface.length
    tokens.push({ surface, start, end: previousEnd, opensClause })
  }
  return tokens
}
