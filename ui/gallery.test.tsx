import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import Gallery from './gallery.tsx'
import en from './messages/en.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { SkipLink } from './skip-link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

function Everything() {
  return (
    <>
      <SkipLink />
      <SiteHeader
        name="Entente"
        nav={[{ to: '/design', label: 'Design' }]}
        search={{ action: '/search', label: 'Search' }}
        account={{ name: 'Aoife', links: [{ to: '/home', label: 'Home' }] }}
        inbox={{ to: '/inbox', label: 'Inbox', count: 2 }}
      />
      <main id="main">
        <Gallery />
      </main>
      <SiteFooter
        name="Entente"
        columns={[]}
        tools={<ThemeSwitch action="/theme" theme="system" returnTo="/design" />}
      />
    </>
  )
}

/** The page as the server sends it, and the texts that were asked for and not there. */
async function serve(language: string): Promise<{ html: string; missing: string[] }> {
  const missing: string[] = []
  const i18n = createInstance()
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { ui: en }, fr: { ui: fr } },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
  })
  const routes = [{ path: '*', Component: Everything }]
  const context = await createStaticHandler(routes).query(new Request('http://localhost/design'))
  if (context instanceof Response) throw new Error('The page answered without rendering')
  const html = renderToString(
    <I18nextProvider i18n={i18n}>
      <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />
    </I18nextProvider>,
  )
  return { html, missing }
}

it.each(['en', 'fr'])('renders every component on the server with all its texts in %s', async (language) => {
  const { html, missing } = await serve(language)
  expect(missing).toEqual([])
  expect(html).toContain(language === 'fr' ? 'Aller au contenu' : 'Skip to content')
})

it('sends controls that work without JavaScript', async () => {
  const { html } = await serve('en')
  // Long choices are a native select, tags a text field with commas, menus are disclosures, sheets are popovers.
  expect(html).toMatch(/<select[^>]*name="country"/)
  expect(html).toMatch(/<input[^>]*name="themes"[^>]*value="timber, drying"/)
  expect(html).toMatch(/<details class="e-menu"/)
  expect(html).toMatch(/popover="auto"/)
  // A copy button could do nothing there.
  expect(html).not.toContain('>Copy<')
})

it('gives every id once, and every label and description its target', async () => {
  const { html } = await serve('en')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const targets = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|list)="([^"]+)"/g)]
    .flatMap((match) => (match[1] ?? '').split(' '))
    .filter((id) => !ids.includes(id))
  expect(targets).toEqual([])
})
