import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { regional } from './regional.ts'

const files = import.meta.glob<object>(
  ['./messages/*.json', '../{ui,platform}/messages/*.json', '../capabilities/*/messages/*.json'],
  {
    import: 'default',
  },
)

function loaderOf(locale: string, namespace: string) {
  const folders = namespace === 'app' ? ['.'] : [`../${namespace}`, `../capabilities/${namespace}`]
  return folders.map((folder) => files[`${folder}/messages/${locale}.json`]).find((load) => load !== undefined)
}

/** Fetches the texts of one namespace when a page first needs them. */
const backend = {
  type: 'backend' as const,
  init() {},
  read(locale: string, namespace: string, done: (error: unknown, texts: object | null) => void) {
    const load = loaderOf(locale, namespace)
    if (!load) return done(null, {})
    load().then(
      (texts) => done(null, texts),
      (error) => done(error, null),
    )
  },
}

/**
 * The texts for the page that is about to come alive.
 * @param namespaces those the page was rendered with, so that nothing has to wait
 */
export async function startTexts(locale: string, namespaces: string[]): Promise<i18n> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: regional(locale),
      load: 'languageOnly',
      fallbackLng: false,
      ns: namespaces,
      defaultNS: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  return i18next
}
