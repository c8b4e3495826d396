export type Theme = 'light' | 'dark'

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The colour tokens of a stylesheet, by name without `--color-`, for both themes. */
export function colourTokens(css: string): Record<Theme, Map<string, string>> {
  const tokens = { light: new Map<string, string>(), dark: new Map<string, string>() }
  for (const [, name = '', light = '', dark = ''] of css.matchAll(
    /--color-([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
  )) {
    tokens.light.set(name, light)
    tokens.dark.set(name, dark)
  }
  return tokens
}
