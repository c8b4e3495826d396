/** Letters that Unicode decomposition leaves whole although people type them without their mark. */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
}

const MARKS = /\p{M}+/gu
const UNDECOMPOSED_LETTERS = /[ßıøæœłđ]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is exactly ASCII
const ASCII = /^[\u0000-\u007f]*$/

/** True when `text` holds no letter beyond ASCII, that is, when its diacritics may have been left out. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/**
 * Lower case by the rules of the language: in Turkish `I` is the capital of dotless `ı` and `İ` that of `i`; everywhere
 * else both become a plain `i`.
 */
export function lowerCase(text: string, language: string): string {
  if (language === 'tr') return text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase()
  return text.replaceAll('İ', 'i').toLowerCase()
}

/** Lower-case text without its diacritics: `é` to `e`, `ß` to `ss`, `ş` to `s`, dotless `ı` to `i`. */
export function foldDiacritics(text: string): string {
  if (isAscii(text)) return text
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] ?? letter)
}
