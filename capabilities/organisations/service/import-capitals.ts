import { legalSpelling } from './legal-spelling.ts'

const small = new Set(
  (
    'a al and at au aux by d da das de dei del della delle den der des di do dos du e el em en et for für fur i im in into ' +
    'l la las le les los na nad o of og och on par per por pod pour s sur the to u un und v van von voor w we y z za ze'
  ).split(' '),
)

/** Whether a text is written in capitals throughout, so that it says nothing of what is a name in it. */
export function isShouting(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length > 5 && !/\p{Ll}/u.test(text)
}

/**
 * A name in capitals as it would be written: `UNIVERSIDAD DE LA RIOJA S.L.` becomes `Universidad de la Rioja S.L.`
 * Abbreviations stay, as far as they show: without vowels, with digits, in brackets, numbers in Roman figures.
 */
export function calmed(text: string): string {
  if (!isShouting(text)) return text
  let first = true
  return text.replace(/[\p{L}\p{M}\p{N}.]+/gu, (word, at: number) => {
    const bare = word.replaceAll('.', '')
    const before = text[at - 1] ?? ' '
    const opens = first
    first = false
    const legal = legalSpelling(word)
    if (legal && !opens) return legal
    if (isAbbreviation(bare, before)) return word
    const low = word.replaceAll('İ', 'i').toLowerCase()
    if (!opens && small.has(low)) return low
    if (/['’]/.test(before) && bare.length === 1) return low
    return low.replace(/\p{L}/u, (letter) => letter.toUpperCase())
  })
}

function isAbbreviation(word: string, before: string): boolean {
  if (/\d/.test(word)) return true
  if (/^(II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX)$/.test(word)) return true
  if (before === '(' && word.length <= 6) return true
  return word.length > 1 && word.length <= 6 && !/[AEIOUYÀ-ÅÈ-ËÌ-ÏÒ-ÖÙ-ÝİŒÆØĀĒĪŌŪĄĘŁŘ]/.test(word)
}
