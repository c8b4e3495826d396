import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import i18next, { type i18n, type Resource } from 'i18next'
import type { Said } from '../errors.ts'
import { type Locale, locales } from './locales.ts'

const root = join(import.meta.dirname, '../..')

/** Every text of the product, by language and namespace; a namespace is the folder that holds it. */
export function readMessages(): Resource {
  const resource: Resource = {}
  for (const file of globSync(['{platform,ui,app}/messages/*.json', 'capabilities/*/messages/*.json'], { cwd: root })) {
    const locale = basename(file, '.json')
    const namespace = basename(dirname(dirname(file)))
    resource[locale] ??= {}
    resource[locale][namespace] = JSON.parse(readFileSync(join(root, file), 'utf8'))
  }
  return resource
}

let instance: i18n | undefined

/** The texts, loaded once a process. */
export function messages(): i18n {
  if (!instance) {
    instance = i18next.createInstance()
    void instance.init({
      resources: readMessages(),
      supportedLngs: [...locales],
      fallbackLng: 'en',
      lng: 'en',
      initAsync: false,
      interpolation: { escapeValue: false },
    })
  }
  return instance
}

/** A sentence in a language. */
export function say(locale: Locale, said: Said): string {
  return messages().t(said.key, { ...said.values, lng: locale })
}
