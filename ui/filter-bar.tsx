import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { Button } from './button.tsx'
import { type Facet, FacetDisclosure } from './facet.tsx'
import { Icon, type IconName } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Menu } from './menu.tsx'
import { SearchInput } from './search-box.tsx'

export interface View {
  kind: 'list' | 'grid' | 'map' | 'calendar' | 'chart'
  label: string
  href: string
  current?: boolean | undefined
}

interface Props {
  /** URL of the list, without its query. */
  action: string
  search?:
    | {
        label: string
        name?: string | undefined
        value?: string | undefined
        placeholder?: string | undefined
        suggests?: boolean | undefined
      }
    | undefined
  facets?: readonly Facet[] | undefined
  /** What is filtered by, in words, with the URL that takes it away. */
  active?: readonly { label: string; removeHref: string }[] | undefined
  /** URL without any filter. */
  clearHref?: string | undefined
  /** What was found, in words: "128 needs". Announced when it changes. */
  count: ReactNode
  views?: readonly View[] | undefined
  /** Downloads of what is in sight. */
  exports?: readonly { label: string; href: string }[] | undefined
  /** SortLinks. */
  sort?: ReactNode
  /** Query values that a new search keeps, e.g. the view and the order. */
  keep?: Readonly<Record<string, string | undefined>> | undefined
}

const viewIcons: Record<View['kind'], IconName> = {
  list: 'list',
  grid: 'grid',
  map: 'map',
  calendar: 'calendar',
  chart: 'chart',
}

/** Once sent, what is open closes, and the focus returns to what opened it. */
function closeAll(event: FormEvent<HTMLFormElement>) {
  const form = event.currentTarget
  for (const facet of form.querySelectorAll('details[open]')) {
    if (facet.contains(document.activeElement)) facet.querySelector('summary')?.focus()
    facet.removeAttribute('open')
  }
  const sheet = form.querySelector<HTMLElement>('[popover]')
  if (sheet?.matches(':popover-open')) sheet.hidePopover()
}

/**
 * Search, facets, what is filtered by, count, views and downloads of a list. One GET form: every state is a URL.
 * On a phone the facets open as a sheet. Works without JavaScript.
 */
export function FilterBar({
  action,
  search,
  facets = [],
  active = [],
  clearHref,
  count,
  views = [],
  exports = [],
  sort,
  keep = {},
}: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const sheet = `${id}-facets`
  return (
    <section className="e-filter" aria-label={t('filter.label')}>
      <Form
        onSubmit={closeAll}
        method="get"
        action={action}
        className="e-filter-form"
        preventScrollReset
        role="search"
        aria-label={search?.label ?? t('filter.label')}
      >
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="e-filter-top">
          {search && (
            <SearchInput
              id={`${id}-q`}
              name={search.name}
              label={search.label}
              placeholder={search.placeholder}
              defaultValue={search.value}
              suggests={search.suggests}
            />
          )}
          {facets.length > 0 && (
            <button type="button" className="e-button e-filter-open" popoverTarget={sheet}>
              <Icon name="filter" />
              {t('filter.open')}
              {active.length > 0 && <span className="e-number">{active.length}</span>}
            </button>
          )}
        </div>
        {facets.length > 0 && (
          <div className="e-filter-facets" id={sheet} popover="auto">
            <div className="e-filter-head">
              {t('filter.open')}
              <IconButton icon="close" label={t('close')} popoverTarget={sheet} popoverTargetAction="hide" />
            </div>
            {facets.map((facet) => (
              <FacetDisclosure key={facet.name} facet={facet} />
            ))}
            <div className="e-filter-foot">
              <Button kind="primary">{t('filter.show')}</Button>
            </div>
          </div>
        )}
      </Form>
      {active.length > 0 && (
        <div className="e-filter-active">
          <ul className="e-tags" aria-label={t('filter.active')}>
            {active.map((chip) => (
              <li key={chip.removeHref + chip.label} className="e-tag">
                {chip.label}
                <Link to={chip.removeHref} aria-label={t('filter.remove', { filter: chip.label })} preventScrollReset>
                  <Icon name="close" />
                </Link>
              </li>
            ))}
          </ul>
          {clearHref && (
            <Link to={clearHref} className="text-sm" preventScrollReset>
              {t('filter.clear')}
            </Link>
          )}
        </div>
      )}
      <div className="e-filter-bar">
        <output className="e-filter-count">{count}</output>
        {sort}
        {views.length > 0 && (
          <nav className="e-views" aria-label={t('filter.views')}>
            <ul>
              {views.map((view) => (
                <li key={view.kind}>
                  <Link to={view.href} aria-current={view.current ? 'page' : undefined} preventScrollReset>
                    <Icon name={viewIcons[view.kind]} />
                    {view.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {exports.length > 0 && (
          <Menu
            label={t('filter.export')}
            icon="download"
            size="small"
            kind="quiet"
            align="end"
            links={exports.map(({ label, href }) => ({ label, to: href, plain: true }))}
          />
        )}
      </div>
    </section>
  )
}
