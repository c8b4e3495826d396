import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colourTokens, contrast, type Theme } from './contrast.ts'

const tokens = colourTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

const grounds = ['paper', 'surface', 'sunken']
const washes = ['accent-wash', 'success-wash', 'warning-wash', 'danger-wash', 'info-wash']

/** What is read, and on which grounds it may stand: 4.5 to 1. */
const text: Record<string, readonly string[]> = {
  ink: [...grounds, ...washes, 'highlight'],
  'ink-soft': [...grounds, 'accent-wash'],
  accent: [...grounds, 'accent-wash'],
  'accent-strong': [...grounds, 'accent-wash'],
  'on-accent': ['accent', 'accent-strong'],
  success: [...grounds, 'success-wash'],
  warning: [...grounds, 'warning-wash'],
  danger: [...grounds, 'danger-wash'],
  'danger-strong': grounds,
  'on-danger': ['danger', 'danger-strong'],
  info: [...grounds, 'info-wash'],
  paper: ['ink'],
  surface: ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'],
}

/** What is only seen, edges, rings, shapes: 3 to 1. */
const shapes: Record<string, readonly string[]> = {
  edge: grounds,
  focus: [...grounds, ...washes],
  accent: washes,
  'series-1': ['paper', 'surface'],
  'series-2': ['paper', 'surface'],
  'series-3': ['paper', 'surface'],
  'series-4': ['paper', 'surface'],
  'series-5': ['paper', 'surface'],
  'series-6': ['paper', 'surface'],
}

function pairs(table: Record<string, readonly string[]>): [Theme, string, string][] {
  return (['light', 'dark'] as const).flatMap((theme) =>
    Object.entries(table).flatMap(([name, on]) => on.map((ground): [Theme, string, string] => [theme, name, ground])),
  )
}

function measure(theme: Theme, name: string, ground: string): number {
  const [one, other] = [tokens[theme].get(name), tokens[theme].get(ground)]
  if (!one || !other) throw new Error(`No token ${one ? ground : name} in ${theme}`)
  return contrast(one, other)
}

describe('contrast', () => {
  it('is 21 between black and white, 1 of a colour with itself, and 4.5 at the known grey', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#9a1c20', '#9a1c20')).toBe(1)
    // #767676 is the lightest grey that passes on white (WCAG technique G18).
    expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })

  it.each(pairs(text))('%s: %s can be read on %s', (theme, name, ground) => {
    expect(measure(theme, name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(shapes))('%s: %s can be seen on %s', (theme, name, ground) => {
    expect(measure(theme, name, ground)).toBeGreaterThanOrEqual(3)
  })

  it('leaves no colour with a meaning untested', () => {
    const tested = new Set([...Object.keys(text), ...Object.keys(shapes), ...grounds, ...washes, 'highlight', 'rule'])
    expect([...tokens.light.keys()].filter((name) => !tested.has(name))).toEqual([])
  })
})
