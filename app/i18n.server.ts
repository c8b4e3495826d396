import i18next, { type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { regional } from './regional.ts'

const files = import.meta.glob<object>(
  ['./messages/*.json', '../{ui,platform}/messages/*.json', '../capabilities/*/messages/*.json'],
  {
    eager: true,
    import: 'default',
  },
)

const resources: Resource = {}
for (const [path, texts] of Object.entries(files)) {
  const [, folder = '', locale = ''] = /([^/]+)\/messages\/(\w+)\.json$/.exec(path) ?? []
  const namespace = folder === '.' ? 'app' : folder
  resources[locale] ??= {}
  resources[locale][namespace] = texts as Resource[string][string]
}

const instances = new Map<string, i18n>()

/** The texts in one language, for rendering on the server. */
export function textsIn(locale: string): i18n {
  let instance = instances.get(locale)
  if (!instance) {
    instance = i18next.createInstance()
    void instance.use(initReactI18next).init({
      resources,
      lng: regional(locale),
      fallbackLng: 'en',
      initAsync: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
    instances.set(locale, instance)
  }
  return instance
}
