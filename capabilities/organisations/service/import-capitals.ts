import { legalSpelling } from './legal-spelling.ts'

const small = new Set(
  (
    'a al and at au aux by d da das de degli dei del della delle den der des di do dos du e el em en et for für fur i im im in into ' +
    'l la las le les los na nad o of og och no on par per por pod pour s sur the to u un und v van ve vo von voor w we y z za ze zu zur'
  ).split(' '),
)

/** Abbreviations that could be read as words, from the names of schools. */
const abbreviations = new Set(
  (
    'AEP AFPA BHI CEIP CEU CFA CFGS CIFP CIPFP CPIFP CPR DHBW EPLEFPA ESAD ESI ESO FH GIE GRETA IES IESE IFSI IMT INSA IPAG ' +
    'IRTS ISEN ISRP IUAV IUT LEGTA OGEC SA SAE UAB UC UFA USI UTAD'
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
  return isShouting(text) ? written(text, false) : text
}

/** A place in capitals as it would be written: `SAINT-DENIS` becomes `Saint-Denis`; no place is an abbreviation. */
export function calmedPlace(text: string): string {
  return /\p{L}{3}/u.test(text) && !/\p{Ll}/u.test(text) ? written(text, true) : text
}

function written(text: string, place: boolean): string {
  let first = true
  return text.replace(/[\p{L}\p{M}\p{N}.]+/gu, (word, at: number) => {
    const bare = word.replaceAll('.', '')
    const before = text[at - 1] ?? ' '
    const opens = first
    first = false
    const legal = legalSpelling(word)
    if (legal && !opens && !place) return legal
    if (!place && isAbbreviation(word, bare, before)) return word
    const low = word.replaceAll('İ', 'i').toLowerCase()
    if (!opens && small.has(low.replace(/\.$/, ''))) return low
    if (/['’]/.test(before) && bare.length === 1) return low
    return low.replace(/\p{L}/u, (letter) => letter.toUpperCase())
  })
}

function isAbbreviation(written: string, word: string, before: string): boolean {
  if (/\d/.test(word) || abbreviations.has(word) || /^(\p{L}\.){2,}$/u.test(written)) return true
  if (/^(II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX)$/.test(word)) return true
  if (before === '(' && word.length <= 6) return true
  return word.length > 1 && word.length <= 6 && !/[AEIOUYÀ-ÅÈ-ËÌ-ÏÒ-ÖÙ-ÝİŒÆØĀĒĪŌŪĄĘŁŘ]/.test(word)
}
