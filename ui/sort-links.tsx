import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export interface SortChoice {
  label: string
  href: string
  current?: boolean | undefined
}

/** The orders a list can take, as links. */
export function SortLinks({ choices }: { choices: readonly SortChoice[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="e-sort" aria-label={t('sort.label')}>
      <span aria-hidden="true">{t('sort.label')}</span>
      <ul>
        {choices.map((choice) => (
          <li key={choice.href}>
            <Link to={choice.href} aria-current={choice.current ? 'true' : undefined} preventScrollReset>
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
