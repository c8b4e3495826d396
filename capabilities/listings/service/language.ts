import { STOP_WORDS } from '#engines/thesaurus/stop-words.ts'
import type { LanguageCode } from '../../vocabularies/languages.ts'

/** The language a text is written in; where that cannot be told, the one given. */
export function languageOf(text: string, otherwise: LanguageCode): LanguageCode {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: { language: LanguageCode; score: number } = { language: otherwise, score: 0 }
  for (const [language, stops] of Object.entries(STOP_WORDS)) {
    const score = words.filter((word) => stops.has(word)).length
    if (score > best.score) best = { language: language as LanguageCode, score }
  }
  return best.language
}
