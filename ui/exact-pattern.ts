/** A value for the `pattern` attribute that only this very text satisfies (spaces around it aside). */
export function exactPattern(text: string): string {
  const characters = [...text.trim()].map((character) =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
  return `\\s*${characters.join('')}\\s*`
}
