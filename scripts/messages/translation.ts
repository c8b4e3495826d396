import type { Breach } from '../structure/breach.ts'
import { baseKey, isPluralForm, type Namespace, type Texts } from './catalogue.ts'

/** Languages every namespace must speak, the first being the one others are compared with. */
const required = ['en', 'fr']

/** Whether all languages of a namespace say the same things: keys, plural forms, placeholders and tags. */
export function checkTranslations(namespace: Namespace): Breach[] {
  const breaches: Breach[] = []
  const [first = 'en'] = required
  for (const language of required) {
    if (namespace.languages.has(language)) continue
    const file = `${namespace.folder}/messages/${language}.json`
    breaches.push({ file, line: 1, rule: 'language', sentence: `${namespace.name} has no texts in "${language}"` })
  }
  const original = namespace.languages.get(first)
  for (const texts of namespace.languages.values()) {
    breaches.push(...checkTexts(texts))
    if (original && texts !== original) breaches.push(...compare(original, texts))
  }
  return breaches
}

function checkTexts({ file, entries }: Texts): Breach[] {
  const breaches: Breach[] = []
  for (const [key, { text, line }] of entries) {
    if (text.trim() === '') breaches.push({ file, line, rule: 'empty', sentence: `"${key}" is empty` })
    if (!isPluralForm(key)) continue
    for (const form of ['one', 'other'].map((ending) => pluralForm(key, ending))) {
      const already = breaches.some((breach) => breach.rule === 'plural' && breach.sentence.startsWith(`"${form}"`))
      if (entries.has(form) || already) continue
      breaches.push({ file, line, rule: 'plural', sentence: `"${form}" is missing beside "${key}"` })
    }
  }
  return breaches
}

function pluralForm(key: string, ending: string): string {
  return `${baseKey(key)}${key.includes('_ordinal_') ? '_ordinal' : ''}_${ending}`
}

function compare(original: Texts, texts: Texts): Breach[] {
  const breaches: Breach[] = []
  const originals = new Set([...original.entries.keys()].map(baseKey))
  const present = new Set([...texts.entries.keys()].map(baseKey))
  for (const [key, { line }] of original.entries) {
    if (present.has(baseKey(key))) continue
    present.add(baseKey(key))
    const sentence = `"${key}" is missing in ${texts.file}`
    breaches.push({ file: original.file, line, rule: 'missing', sentence })
  }
  for (const [key, { text, line }] of texts.entries) {
    if (!originals.has(baseKey(key))) {
      breaches.push({ file: texts.file, line, rule: 'missing', sentence: `"${key}" is missing in ${original.file}` })
      continue
    }
    const counterpart = original.entries.get(key) ?? original.entries.get(pluralForm(key, 'other'))
    if (!counterpart) {
      const sentence = `"${key}" has plural forms in one language only`
      breaches.push({ file: texts.file, line, rule: 'plural', sentence })
      continue
    }
    const wanted = slots(key, counterpart.text)
    const given = slots(key, text)
    if (wanted === given) continue
    const sentence = `"${key}" fills in ${given || 'nothing'}, ${original.file} ${wanted || 'nothing'}`
    breaches.push({ file: texts.file, line, rule: 'placeholder', sentence })
  }
  return breaches
}

/** Placeholders and tags of a text, sorted; a plural form may write its number out, so `count` is not counted there. */
function slots(key: string, text: string): string {
  const placeholders = [...text.matchAll(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => `{{${name}}}`)
  const tags = [...text.matchAll(/<\/?([A-Za-z]\w*|\d+)\s*\/?>/g)].map(([tag]) => tag)
  const all = new Set([...placeholders, ...tags])
  if (isPluralForm(key)) all.delete('{{count}}')
  return [...all].sort().join(' ')
}
