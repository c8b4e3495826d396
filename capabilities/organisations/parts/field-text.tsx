/** The value of a field of an organisation as one line of text. */
export function fieldText(value: unknown, locale: string): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return new Intl.ListFormat(locale, { type: 'unit' }).format(value.map(String))
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}
