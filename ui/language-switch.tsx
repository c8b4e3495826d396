import { useTranslation } from 'react-i18next'

export interface Language {
  /** BCP 47 */
  code: string
  /** In the language itself. */
  label: string
  /** This page in that language. */
  href: string
  current?: boolean | undefined
}

/** The languages of the site, as links. */
export function LanguageSwitch({ languages }: { languages: readonly Language[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('header.languages')}>
      <ul className="e-languages">
        {languages.map((language) => (
          <li key={language.code}>
            <a
              href={language.href}
              lang={language.code}
              hrefLang={language.code}
              aria-current={language.current ? 'true' : undefined}
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
