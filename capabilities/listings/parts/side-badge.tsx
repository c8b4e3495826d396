import { useTranslation } from 'react-i18next'
import { Badge } from '#ui/badge.tsx'
import { MapSymbol } from '../../map/parts/map-symbol.tsx'
import type { Side } from '../schema.ts'

/** Need or offer, as a word and as the symbol it has on the map: needs point down, offers up. */
export function SideBadge({ side }: { side: Side }) {
  const { t } = useTranslation('listings')
  return (
    <Badge tone={side === 'need' ? 'accent' : 'neutral'}>
      <svg viewBox="-12 -12 24 24" className="e-icon" aria-hidden="true">
        <MapSymbol kind={side} radius={7} />
      </svg>
      {t(`side.${side}`)}
    </Badge>
  )
}
