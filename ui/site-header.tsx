import { type MouseEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { Wordmark } from './brand.tsx'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Menu, type MenuLink } from './menu.tsx'
import { SearchBox } from './search-box.tsx'

interface Props {
  name: string
  homeHref?: string | undefined
  nav: readonly { to: string; label: string }[]
  search?: { action: string; label: string; placeholder?: string | undefined } | undefined
  /** Of the person signed in. `children`: forms, e.g. the one that signs out. */
  account?: { name: string; links: readonly MenuLink[]; children?: ReactNode } | undefined
  inbox?: { to: string; label: string; count: number } | undefined
  /** Shown to those not signed in: sign in quietly, join as the primary act. */
  signIn?: { to: string; label: string } | undefined
  join?: { to: string; label: string } | undefined
}

/** Mark, search, account and main navigation. On a phone the navigation opens over the page, without JavaScript too. */
export function SiteHeader({ name, homeHref = '/', nav, search, account, inbox, signIn, join }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const menu = `${id}-menu`
  function closeAfterLink(event: MouseEvent<HTMLElement>) {
    if (!(event.target instanceof Element) || !event.target.closest('a')) return
    const element = event.currentTarget
    if (element.matches(':popover-open')) element.hidePopover()
  }
  return (
    <header className="e-header">
      <div className="e-header-top">
        <Link to={homeHref} className="e-header-home">
          <Wordmark name={name} />
        </Link>
        {search && <SearchBox {...search} id={`${id}-q`} suggests />}
        <div className="e-header-tools">
          {inbox && (
            <Link
              to={inbox.to}
              className="e-button e-button-icon e-inbox-link"
              data-kind="quiet"
              aria-label={inbox.count ? t('header.inbox', { label: inbox.label, count: inbox.count }) : inbox.label}
              title={inbox.label}
            >
              <Icon name="inbox" />
              {inbox.count > 0 && <span className="e-inbox-count">{inbox.count > 99 ? '99+' : inbox.count}</span>}
            </Link>
          )}
          {account && (
            <Menu
              label={t('header.account', { name: account.name })}
              icon="user"
              iconOnly
              kind="quiet"
              align="end"
              links={account.links}
            >
              {account.children}
            </Menu>
          )}
          {signIn && (
            <LinkButton to={signIn.to} kind="quiet" size="small">
              {signIn.label}
            </LinkButton>
          )}
          {join && (
            <LinkButton to={join.to} kind="primary" size="small" className="e-only-wide">
              {join.label}
            </LinkButton>
          )}
          <IconButton icon="menu" label={t('header.menu')} popoverTarget={menu} className="e-only-narrow" />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only follows what its links do */}
      <nav className="e-header-nav" id={menu} popover="auto" aria-label={t('header.nav')} onClick={closeAfterLink}>
        <div className="e-header-nav-inner">
          <div className="e-header-nav-close e-only-narrow">
            <IconButton icon="close" label={t('close')} popoverTarget={menu} popoverTargetAction="hide" />
          </div>
          {search && <SearchBox {...search} id={`${id}-q-menu`} suggests />}
          <ul>
            {nav.map((item) => (
              <li key={item.to}>
                <NavLink to={item.to}>{item.label}</NavLink>
              </li>
            ))}
            {join && (
              <li className="e-only-narrow mt-5">
                <LinkButton to={join.to} kind="primary">
                  {join.label}
                </LinkButton>
              </li>
            )}
          </ul>
        </div>
      </nav>
    </header>
  )
}
