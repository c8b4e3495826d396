import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { messages } from '#platform/i18n/messages.ts'
import { countryShapes } from '../geometry.ts'
import type { MapPoint } from '../map-point.ts'
import { mapPointKindIds, symbolPath } from '../symbols.ts'
import { EuropeMap } from './europe-map.tsx'

const points: MapPoint[] = [
  { id: 'uma', kind: 'organisation', longitude: -4.42, latitude: 36.72, label: 'University of Málaga', href: '/o/uma' },
  { id: 'n1', kind: 'need', longitude: -8.47, latitude: 51.9, label: 'Cork council', href: '/n/1' },
  { id: 'o1', kind: 'offer', longitude: 2.35, latitude: 48.85, label: 'Test laboratory', href: '/n/2' },
  { id: 'o2', kind: 'offer', longitude: 2.4, latitude: 48.9, label: 'Clean room', href: '/n/3' },
  { id: 'sg', kind: 'organisation', longitude: 103.8, latitude: 1.35, label: 'Singapore hub', href: '/o/sg' },
]

function render(map: Partial<Parameters<typeof EuropeMap>[0]> = {}, language = 'en'): string {
  const i18n = messages().cloneInstance({ lng: language })
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MemoryRouter>
        <EuropeMap points={points} shapes={countryShapes()} {...map} />
      </MemoryRouter>
    </I18nextProvider>,
  )
}

/** The part of the page within the drawing of the map. */
function drawing(html: string): string {
  return html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
}

describe('<EuropeMap>', () => {
  test('a point is a link with its name and kind, as text and as tooltip', () => {
    const html = drawing(render())
    expect(html).toMatch(/<a [^>]*aria-label="University of Málaga \(Organisation\)"/)
    expect(html).toContain('<title>University of Málaga (Organisation)</title>')
    expect(html).toContain('href="/o/uma"')
  })

  test('speaks the language of the reader', () => {
    const html = render({}, 'fr')
    expect(html).toContain('Cork council (Besoin)')
    expect(html).toContain('Ailleurs')
  })

  test('points that would cover each other are one mark with a number, leading to the list of its members', () => {
    const html = render()
    const tag = /<a [^>]*aria-label="2 here: Test laboratory and 1 more"[^>]*>/.exec(drawing(html))?.[0] ?? ''
    const target = /href="#([^"]+)"/.exec(tag)?.[1] ?? ''
    expect(target).not.toBe('')
    expect(html).toContain(`id="${target}"`)
    expect(html).toContain('href="/n/2"')
    expect(html).toContain('href="/n/3"')
  })

  test('a page may lead clusters elsewhere', () => {
    const html = render({ clusterHref: (cluster) => `/map?near=${cluster.id}` })
    expect(html).toContain('href="/map?near=o1"')
    expect(html).not.toContain('href="/n/3"')
  })

  test('what lies outside Europe is listed, not drawn', () => {
    const html = render()
    expect(drawing(html)).not.toContain('Singapore')
    expect(html).toContain('href="/o/sg"')
    expect(html).toContain('Elsewhere')
  })

  test('the key names the kinds that are shown, and only those', () => {
    const html = render({ points: points.slice(0, 2) })
    const key = html.slice(html.indexOf('aria-label="Key"'))
    expect(key).toContain('Organisation')
    expect(key).toContain('Need')
    expect(key).not.toContain('Facility')
  })

  test('lifts the countries it is told to', () => {
    const lifted = (html: string) => (html.match(/fill-accent-wash/g) ?? []).length
    expect(lifted(render())).toBe(0)
    expect(lifted(render({ highlighted: ['ES', 'FR', 'US'] }))).toBe(2)
  })
})

test('every kind has a form of its own', () => {
  const forms = [...mapPointKindIds, 'mixed' as const].map((kind) => symbolPath(kind, 10))
  expect(new Set(forms).size).toBe(forms.length)
})
