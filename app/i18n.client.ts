import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { regional } from './regional.ts'

// Texts are data: as JSON files they cost the browser less than as scripts.
const files = import.meta.glob<string>(
  ['./messages/*.json', '../{ui,platform}/messages/*.json', '../capabilities/*/messages/*.json'],
  { query: '?url', import: 'default', eager: true },
)

function addressOf(locale: string, namespace: string): string | undefined {
  const folders = namespace === 'app' ? ['.'] : [`../${namespace}`, `../capabilities/${namespace}`]
  return folders.map((folder) => files[`${folder}/messages/${locale}.json`]).find((address) => address !== undefined)
}

async function textsOf(locale: string, namespace: string): Promise<object> {
  const address = addressOf(locale, namespace)
  if (!address) return {}
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The texts of ${namespace} did not come: ${answer.status}`)
  return answer.json()
}

/** Fetches the texts of one namespace when a page first needs them. */
const backend = {
  type: 'backend' as const,
  init() {},
  read(locale: string, namespace: string, done: (error: unknown, texts: object | null) => void) {
    textsOf(locale, namespace).then(
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
