import { detectLanguage } from '#engines/thesaurus/language-detection.ts'
import type { LanguageCode } from '../../vocabularies/languages.ts'

/** The language a text is written in; where that cannot be told, the one given. */
export function languageOf(text: string, otherwise: LanguageCode): LanguageCode {
  const { language } = detectLanguage(text)
  return language === 'unknown' ? otherwise : language
}
