import { splitTags } from '#ui/tag-text.ts'

/** What a form's fields hold, as the API wants it: an empty field is null or an empty list. */
export function fieldsOf(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return {
    text,
    /** For fields that the API wants as text even when empty. */
    string: (name: string) => text(name) ?? '',
    number: (name: string) => {
      const value = text(name)
      return value === null ? null : Number(value.replace(',', '.').replaceAll(/[\s\u00a0]/g, ''))
    },
    checked: (name: string) => form.has(name),
    /** All values of a name: ticked boxes, several choices. */
    list: (name: string) =>
      form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== ''),
    /** A comma- or line-separated list of words, typed into one field or several. */
    words: (name: string) =>
      splitTags(
        form
          .getAll(name)
          .filter((value) => typeof value === 'string')
          .join(','),
      ),
    /** A day (2027-03-31) as the instant at which it ends, in UTC. */
    endOfDay: (name: string) => {
      const value = text(name)
      return value === null ? null : /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.000Z` : value
    },
    file: (name: string) => {
      const value = form.get(name)
      return value instanceof File && value.size > 0 ? value : null
    },
  }
}
