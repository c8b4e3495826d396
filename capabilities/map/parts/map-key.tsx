import { useTranslation } from 'react-i18next'
import type { MapSymbolKind } from '../symbols.ts'
import { MapSymbol } from './map-symbol.tsx'

/** What the symbols on the map mean; only those that are on it. */
export function MapKey({ kinds }: { kinds: readonly MapSymbolKind[] }) {
  const { t } = useTranslation('map')
  return (
    <ul aria-label={t('europeMap.key')} className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg viewBox="-13 -13 26 26" aria-hidden="true" className="size-5">
            <MapSymbol kind={kind} radius={8} />
          </svg>
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
