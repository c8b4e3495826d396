import { useTranslation } from 'react-i18next'
import { splitTags } from '#ui/tag-text.ts'
import type { Refused } from '#web/form.ts'
import type { ListingView } from '../schema.ts'

const days: readonly string[] = ['deadline', 'eoiDeadline', 'callDeadline']

export type ListingFields = ReturnType<typeof useListingFields>

/**
 * What each field of the form of a listing is called and holds: what was typed where the form was refused, else what is
 * known.
 */
export function useListingFields(known: Partial<ListingView> | undefined, refused: Refused | undefined) {
  const { t } = useTranslation('listings')
  // Passages that tell whose it is are listed one by one, not under their fields.
  const errors = refused?.problem.details?.findings ? undefined : refused?.problem.errors
  const value = (name: keyof ListingView) => (refused ? refused.values[name] : known?.[name])
  const text = (name: keyof ListingView) => {
    const held = value(name)
    if (held === null || held === undefined) return ''
    return days.includes(name) ? String(held).slice(0, 10) : String(held)
  }
  const list = (name: keyof ListingView): string[] => {
    const held = value(name)
    return Array.isArray(held) ? held.map(String) : held ? [String(held)] : []
  }
  /** A list's errors stand under the numbers of its entries. */
  const error = (name: string) =>
    errors?.[name] ?? Object.entries(errors ?? {}).find(([field]) => field.startsWith(`${name}.`))?.[1]
  return {
    text,
    list,
    ticked: (name: keyof ListingView) => (refused ? name in refused.values : known?.[name] === true),
    tags: (name: keyof ListingView) => splitTags(list(name).join(',')),
    field: (name: keyof ListingView) => ({ name, label: t(`field.${name}`), error: error(name) }),
    one: (name: keyof ListingView) => ({
      name,
      label: t(`field.${name}`),
      error: error(name),
      defaultValue: text(name),
    }),
    many: (name: keyof ListingView) => ({
      name,
      label: t(`field.${name}`),
      error: error(name),
      defaultValue: list(name),
    }),
  }
}
