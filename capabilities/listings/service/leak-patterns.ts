import type { LeakKind } from '../schema.ts'

/** Something that looks like an address or a number, wherever it stands. */
export interface LeakPattern {
  kind: LeakKind
  pattern: RegExp
  /** What the pattern alone cannot say. */
  holds?(found: string): boolean
}

const digits = (text: string) => text.replace(/\D/g, '').length

/** Generic top-level domains that organisations use; those of countries are any two letters of the list below. */
const GENERIC =
  'com|org|net|info|biz|edu|int|gov|eu|io|ai|co|app|dev|tech|cloud|online|site|shop|store|science|solutions|systems|' +
  'digital|energy|health|university|academy|institute|company|group|agency|studio|network|center|international|' +
  'bio|farm|green|eco|wine|berlin|hamburg|koeln|bayern|paris|bzh|wien|tirol|brussels|amsterdam|cat|eus|gal|barcelona'
const COUNTRY =
  'ad|al|am|at|az|ba|be|bg|by|ca|ch|cn|cy|cz|de|dk|ee|es|fi|fo|fr|gb|ge|gi|gr|hr|hu|ie|il|in|is|it|jp|li|lt|lu|lv|mc|' +
  'md|me|mk|mt|nl|no|pl|pt|ro|rs|ru|se|si|sk|sm|tr|ua|uk|us|va|xk'
/** Lower or upper case: a sentence that begins without a space before it ("works.It") is no domain. */
const DOMAIN = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+` +
    `(?:${GENERIC}|${COUNTRY}|${GENERIC.toUpperCase()}|${COUNTRY.toUpperCase()})(?![\\p{L}\\p{N}-])(?:/[^\\s<>"')]*)?`,
  'gu',
)
/** "e.g. x.Y", "z.B.", "No.4": labels of a domain are longer than initials. */
const isDomain = (found: string) =>
  (found.split('/')[0] ?? '')
    .split('.')
    .slice(0, -1)
    .some((label) => label.length > 1)

const DATE = /^\d{1,4}[./ -]\d{1,2}[./ -]\d{2,4}$/
const isPhone = (found: string) => digits(found) >= 7 && digits(found) <= 15 && !DATE.test(found.trim())

/** VAT numbers as the Commission's VIES writes them, with the Swiss, Norwegian and British ones. */
const VAT = [
  'ATU\\d{8}',
  'BE\\s?[01]\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
  'BG\\s?\\d{9,10}',
  'CY\\s?\\d{8}[A-Z]',
  'CZ\\s?\\d{8,10}',
  'DE\\s?\\d{9}',
  'DK\\s?\\d{2} ?\\d{2} ?\\d{2} ?\\d{2}',
  'EE\\s?\\d{9}',
  'EL\\s?\\d{9}',
  'ES\\s?[A-Z]\\d{7}[A-Z0-9]',
  'ES\\s?\\d{8}[A-Z]',
  'FI\\s?\\d{8}',
  'FR\\s?[A-Z0-9]{2}\\s?\\d{3} ?\\d{3} ?\\d{3}',
  'GB\\s?\\d{3} ?\\d{4} ?\\d{2}(?:\\d{3})?',
  'HR\\s?\\d{11}',
  'HU\\s?\\d{8}',
  'IE\\s?\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}',
  'IT\\s?\\d{11}',
  'LT\\s?(?:\\d{9}|\\d{12})',
  'LU\\s?\\d{8}',
  'LV\\s?\\d{11}',
  'MT\\s?\\d{8}',
  'NL\\s?\\d{9}B\\d{2}',
  'NO\\s?\\d{9}\\s?MVA',
  'PL\\s?\\d{10}',
  'PT\\s?\\d{9}',
  'RO\\s?\\d{6,10}',
  'SE\\s?\\d{12}',
  'SI\\s?\\d{8}',
  'SK\\s?\\d{10}',
  'CHE[- ]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
]

const bounded = (source: string, flags = 'gu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags)

/** In order: what an earlier pattern found, a later one does not find again. */
export const leakPatterns: readonly LeakPattern[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?[([]dot[)\]]\s?))+\p{L}{2,}/giu,
  },
  { kind: 'link', pattern: /(?:https?:\/\/|www\.)[^\s<>"')]+[^\s<>"').,;:!?]/giu },
  { kind: 'link', pattern: DOMAIN, holds: isDomain },
  // A handle of a social network.
  { kind: 'link', pattern: /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,30}(?![\p{L}\p{N}_])/gu },
  {
    kind: 'patent-number',
    // Applications under the Patent Cooperation Treaty, then numbers of offices, with or without their kind code.
    pattern: bounded(
      [
        'PCT\\s?/\\s?[A-Z]{2}\\s?(?:\\d{2}|\\d{4})\\s?/\\s?\\d{5,6}',
        'WO\\s?(?:\\d{4}|\\d{2})\\s?/?\\s?\\d{5,6}(?:\\s?[A-C]\\d)?',
        'EP\\s?\\d{1,2}[ .]?\\d{3}[ .]?\\d{3}(?:\\.\\d)?(?:\\s?[A-C]\\d)?',
        'US\\s?(?:\\d{1,2},\\d{3},\\d{3}|\\d{4}\\s?/\\s?\\d{7}|\\d{7,11}|RE\\d{5}|D\\d{6})(?:\\s?[A-EPS]\\d?)?',
        'DE\\s?(?:\\d{2}\\s?\\d{4}\\s?\\d{3}\\s?\\d{3}(?:\\.\\d)?|\\d{7,8}|\\d{12})(?:\\s?[A-CTU]\\d)?',
        'DE\\s?(?:10|20|11|60|69)\\s?\\d{2,3}\\s?\\d{3}\\s?\\d{3}(?:\\s?[A-CTU]\\d)?',
        '(?:AT|BE|CH|CN|DK|ES|FI|FR|GB|IT|JP|KR|NL|NO|PL|PT|RO|SE|TR)\\s?\\d{6,12}\\s?[A-CUY]\\d?',
        'FR\\s?\\d ?\\d{3} ?\\d{3}',
      ].join('|'),
    ),
    // Nine digits behind DE are a VAT number.
    holds: (found) => !/^DE\s?\d{9}$/.test(found) && !/^ES\s?\d{8}[A-Z]$/.test(found),
  },
  { kind: 'registration-number', pattern: bounded(VAT.join('|')) },
  // An organisation id of Erasmus+, a code of its charter for higher education.
  { kind: 'registration-number', pattern: bounded('E\\d{8}') },
  {
    kind: 'registration-number',
    pattern: bounded(
      '(?:A|B|BG|CH|CY|CZ|D|DK|E|EE|F|G|HR|HU|I|IRL|IS|LI|LT|LUX|LV|MT|N|NL|P|PL|RO|S|SF|SI|SK|TR|UK) {1,3}[A-Z]{4,8}(?:-[A-Z]{2,8})?\\d{2}',
    ),
  },
  // ROR: a zero, six characters of Crockford's base 32 with a letter among them, two digits.
  {
    kind: 'registration-number',
    pattern: bounded('0[a-hj-km-np-tv-z0-9]{6}\\d{2}'),
    holds: (found) => /[a-z]/.test(found),
  },
  // D-U-N-S as it is printed.
  { kind: 'registration-number', pattern: bounded('\\d{2}-\\d{3}-\\d{4}') },
  { kind: 'phone', pattern: /(?<![\p{L}\p{N}])(?:\+|00)\s?[1-9][\d\s()./-]{6,24}\d(?!\p{N})/gu, holds: isPhone },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.,/-])\(?0\d{1,5}\)?(?:[\s./-]?\d{2,8}){1,5}(?![\p{L}\p{N}.,]\d|\p{N})/gu,
    holds: isPhone,
  },
  {
    kind: 'phone',
    pattern:
      /(?:\b(?:tel|phone|fon|telefon|teléfono|téléphone|telefono|mobile|mobil|handy|fax)\b\.?:?\s{0,3})[\d\s()./-]{5,24}\d/giu,
    holds: isPhone,
  },
  // PIC, D-U-N-S, SIREN, Norwegian organisation numbers: nine digits by themselves.
  { kind: 'registration-number', pattern: bounded('\\d{9}|\\d{3} \\d{3} \\d{3}(?= ?(?:R\\.?C\\.?S|SIREN))') },
  { kind: 'trademark', pattern: /[\p{L}\p{N}][\p{L}\p{N}+.-]{0,60}\s?(?:[®™℠]|\((?:R|TM|SM)\))/giu },
]
