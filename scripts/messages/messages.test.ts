import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { describeBreach } from '../structure/breach.ts'
import { checkMessages } from './messages.ts'

const roots: string[] = []

/** Breaches of a tree with these files; texts are given as objects, code as lines. */
function breaches(files: Record<string, object | string[]>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'entente-messages-'))
  roots.push(root)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    const text = Array.isArray(content) ? content.join('\n') : JSON.stringify(content, null, 2)
    writeFileSync(join(root, path), `${text}\n`)
  }
  return checkMessages(root).map(describeBreach)
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

const hole = (name: string) => `$${'{'}${name}}`

test('keys count as used in all the ways code can name them', () => {
  const en = {
    title: 'Needs',
    kind: { need: 'Need', offer: 'Offer' },
    state: { open: { label: 'Open' } },
    found_one: 'One found',
    found_other: '{{count}} found',
    mail: { subject: 'A <b>reply</b> to {{name}}' },
    errors: { closed: 'Closed' },
    either: { yes: 'Yes', no: 'No' },
    greeting: 'Hello $t(listings:title)',
  }
  const fr = {
    title: 'Besoins',
    kind: { need: 'Besoin', offer: 'Offre' },
    state: { open: { label: 'Ouvert' } },
    found_one: '{{count}} résultat',
    found_other: '{{count}} résultats',
    mail: { subject: 'Une <b>réponse</b> à {{name}}' },
    errors: { closed: 'Fermé' },
    either: { yes: 'Oui', no: 'Non' },
    greeting: 'Bonjour $t(listings:title)',
  }
  expect(
    breaches({
      'capabilities/listings/messages/en.json': en,
      'capabilities/listings/messages/fr.json': fr,
      'capabilities/listings/pages/listing.tsx': [
        "const { t } = useTranslation('listings')",
        "const { t: word } = useTranslation('vocabularies')",
        `export default ({ kind, yes }) => [t(\`kind.${hole('kind')}\`), t('found', { count: 2 }), t('greeting'),`,
        "  t(yes ? 'either.yes' : 'either.no'), word('country.FR')]",
      ],
      'capabilities/listings/service.ts': [
        "export const closed = { key: 'errors.closed', right: 'listings:read' }",
        `export const label = (state: string) => say(\`listings:state.${hole('state')}.label\`)`,
      ],
      'server/mail.ts': ["export const subject = message('listings:mail.subject')"],
      'capabilities/vocabularies/messages/en.json': { country: { FR: 'France' } },
      'capabilities/vocabularies/messages/fr.json': { country: { FR: 'France' } },
    }),
  ).toEqual([])
})

test('texts are complete in both languages', () => {
  expect(
    breaches({
      'ui/messages/en.json': { a: 'A', b: 'B {{x}}', c_one: 'One', c_other: '{{count}}', d_one: 'One', e: 'E', g: 'G' },
      'ui/messages/fr.json': {
        b: 'B {{y}}',
        c_one: 'Un',
        c_other: '{{count}} {{z}}',
        d_one: 'Un',
        e: ' ',
        f: 'F',
        g: 1,
      },
      'ui/all.tsx': ["export const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g']"],
      'app/messages/en.json': { title: 'Title' },
      'app/root.tsx': ["export const key = 'title'"],
    }),
  ).toEqual([
    'app/messages/fr.json:1 language: app has no texts in "fr"',
    'ui/messages/en.json:2 missing: "a" is missing in ui/messages/fr.json',
    'ui/messages/en.json:6 plural: "d_other" is missing beside "d_one"',
    'ui/messages/en.json:8 missing: "g" is missing in ui/messages/fr.json',
    'ui/messages/fr.json:2 placeholder: "b" fills in {{y}}, ui/messages/en.json {{x}}',
    'ui/messages/fr.json:4 placeholder: "c_other" fills in {{z}}, ui/messages/en.json nothing',
    'ui/messages/fr.json:5 plural: "d_other" is missing beside "d_one"',
    'ui/messages/fr.json:6 empty: "e" is empty',
    'ui/messages/fr.json:7 missing: "f" is missing in ui/messages/en.json',
    'ui/messages/fr.json:8 json: "g" is neither a text nor an object of texts',
  ])
})

test('no key is unused and none is named that does not exist', () => {
  const texts = { form: { title: 'T', hint: 'H' }, kind: { need: 'N' }, left: 'L' }
  expect(
    breaches({
      'capabilities/listings/messages/en.json': texts,
      'capabilities/listings/messages/fr.json': texts,
      'capabilities/listings/pages/edit.tsx': [
        "const { t } = useTranslation('listings')",
        `export default (x) => [t('form.title'), t('form.missing'), t(\`state.${hole('x')}\`), t('ui:close')]`,
      ],
      'capabilities/listings/service.ts': ["export const error = { key: 'listings:errors.gone' }"],
      'capabilities/listings/edit.test.ts': ["export const seen = 'form.hint'"],
      'capabilities/news/pages/news.tsx': ["export const other = 'left'", `export const k = \`kind.${hole('x')}\``],
    }),
  ).toEqual([
    'capabilities/listings/messages/en.json:4 unused: "form.hint" is named nowhere in the code of capabilities/listings nor in code that names "listings"',
    'capabilities/listings/messages/en.json:7 unused: "kind.need" is named nowhere in the code of capabilities/listings nor in code that names "listings"',
    'capabilities/listings/messages/en.json:9 unused: "left" is named nowhere in the code of capabilities/listings nor in code that names "listings"',
    'capabilities/listings/pages/edit.tsx:2 unknown: "form.missing" is no key of "listings"',
    'capabilities/listings/pages/edit.tsx:2 unknown: "state.…" is no key of "listings"',
    'capabilities/listings/pages/edit.tsx:2 unknown: "ui:close" is no key of "ui"',
    'capabilities/listings/service.ts:1 unknown: "listings:errors.gone" is no key of "listings"',
  ])
})
