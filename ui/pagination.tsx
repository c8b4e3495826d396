import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'
import { pageWindow } from './page-window.ts'

interface Props {
  /** Counted from 1. */
  page: number
  pageSize: number
  /** Records in all. */
  total: number
  /** URL of a page, with the filters kept. */
  href: (page: number) => string
}

/** Which records are in sight, and links to the other pages. Renders nothing when all fit on one. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const { t, i18n } = useTranslation('ui')
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const number = new Intl.NumberFormat(i18n.language)
  const from = number.format((page - 1) * pageSize + 1)
  const to = number.format(Math.min(page * pageSize, total))
  return (
    <nav className="e-pagination" aria-label={t('pagination.label')}>
      <p className="e-pagination-range">{t('pagination.range', { from, to, total: number.format(total) })}</p>
      <ul>
        {page > 1 && (
          <li>
            <Link to={href(page - 1)} rel="prev">
              <Icon name="chevronPrevious" /> {t('pagination.previous')}
            </Link>
          </li>
        )}
        {pageWindow(page, pages).map((shown, index, all) =>
          shown === null ? (
            <li key={`gap-${all[index - 1]}`} data-page="">
              <span>…</span>
            </li>
          ) : (
            <li key={shown} data-page="" data-edge={shown === page ? '' : undefined}>
              <Link
                to={href(shown)}
                aria-current={shown === page ? 'page' : undefined}
                aria-label={t('pagination.page', { page: number.format(shown) })}
              >
                {number.format(shown)}
              </Link>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <Link to={href(page + 1)} rel="next">
              {t('pagination.next')} <Icon name="chevronNext" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
