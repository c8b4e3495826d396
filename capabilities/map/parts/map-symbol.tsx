import { type MapSymbolKind, symbolPath } from '../symbols.ts'

/** Classes are whole words so that the style sheet is built with them. */
const fills: Readonly<Record<MapSymbolKind, string>> = {
  need: 'fill-series-2',
  offer: 'fill-series-1',
  organisation: 'fill-series-3',
  alliance: 'fill-series-5',
  event: 'fill-series-4',
  facility: 'fill-series-6',
  mixed: 'fill-ink',
}

/** The symbol of a kind around 0 0 of the drawing it stands in. */
export function MapSymbol({ kind, radius }: { kind: MapSymbolKind; radius: number }) {
  return (
    <path
      d={symbolPath(kind, radius)}
      className={`${fills[kind]} stroke-paper`}
      strokeWidth={1.5}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  )
}
