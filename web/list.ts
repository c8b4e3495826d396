import type { Facet, FacetOption } from '#ui/facet.tsx'

/** The addresses that a list page links to: every state of the list is one. */
export interface ListLinks {
  /** The list with one value set, or taken away where it is null; always from its first page. */
  set(name: string, value: string | null): string
  /** The list without one of several values of a name. */
  without(name: string, value: string): string
  page(number: number): string
  /** The list without any filter. */
  clear: string
  /** Downloads of all that the filters find. */
  exports: { label: string; href: string }[]
}

/**
 * @param url the address of the list as it stands
 * @param operation the list's operation, `organisations.list`
 */
export function listLinks(url: string, operation: string): ListLinks {
  const { pathname, searchParams } = new URL(url, 'http://site')
  const at = (params: URLSearchParams) => {
    const query = params.toString()
    return query ? `${pathname}?${query}` : pathname
  }
  const changed = (change: (params: URLSearchParams) => void) => {
    const params = new URLSearchParams(searchParams)
    params.delete('page')
    change(params)
    return at(params)
  }
  const exported = new URLSearchParams(searchParams)
  for (const name of ['page', 'view']) exported.delete(name)
  const view = searchParams.get('view')
  return {
    set: (name, value) => changed((params) => (value === null ? params.delete(name) : params.set(name, value))),
    without: (name, value) => changed((params) => params.delete(name, value)),
    page: (number) =>
      changed((params) => {
        if (number > 1) params.set('page', String(number))
      }),
    clear: at(new URLSearchParams(view ? { view } : {})),
    exports: ['csv', 'xlsx', 'json'].map((format) => ({
      label: format.toUpperCase(),
      href: `/api/export/${operation}.${format}?${exported}`,
    })),
  }
}

/** One property to filter a list by, with the values to choose from. */
export interface FacetChoice {
  name: string
  label: string
  options: readonly { value: string; label: string; count?: number | undefined }[]
  chosen: readonly string[]
}

/** The facets for the filter bar. */
export function facetsOf(choices: readonly FacetChoice[]): Facet[] {
  return choices.map(({ name, label, options, chosen }) => ({
    name,
    label,
    options: options.map((option): FacetOption => ({ ...option, selected: chosen.includes(option.value) })),
  }))
}

/** What a list is filtered by, in words, each with the address that takes it away. */
export function activeFilters(
  choices: readonly FacetChoice[],
  links: ListLinks,
): { label: string; removeHref: string }[] {
  return choices.flatMap(({ name, label, options, chosen }) =>
    chosen.map((value) => ({
      label: `${label}: ${options.find((option) => option.value === value)?.label ?? value}`,
      removeHref: links.without(name, value),
    })),
  )
}
