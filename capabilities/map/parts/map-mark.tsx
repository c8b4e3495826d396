import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { clusterKind, type MapCluster } from '../map-point.ts'
import { symbolRadius } from '../symbols.ts'
import { MapSymbol } from './map-symbol.tsx'

type Props = {
  cluster: MapCluster
  /** How many units of the frame one unit of the symbol takes: smaller in a closer view. */
  scale: number
  /** Where the mark leads; without it the mark only shows. */
  href: string | undefined
}

/** One symbol on the map: a point, or a cluster with its number. */
export function MapMark({ cluster, scale, href }: Props) {
  const { t, i18n } = useTranslation('map')
  const kind = clusterKind(cluster)
  const radius = symbolRadius(cluster.total)
  const [first] = cluster.items
  const others = cluster.items.length - 1
  const total = new Intl.NumberFormat(i18n.language, { notation: 'compact' }).format(cluster.total)
  const said = { label: first?.label, kind: t(`kind.${kind}`), total }
  const single = cluster.total > 1 ? t('europeMap.counted', said) : t('europeMap.single', said)
  const name = others === 0 ? single : t('europeMap.together', { label: first?.label, count: others, total })

  const drawing = (
    <g className="origin-center [transform-box:fill-box] @max-sm:scale-150">
      {/* A finger needs more room than the symbol takes. */}
      <circle r={Math.max(radius + 4, 19)} className="fill-transparent" />
      <circle
        r={radius + 6}
        className="fill-none stroke-transparent group-hover:stroke-edge group-focus-visible:stroke-focus"
        strokeWidth={3}
        vectorEffect="non-scaling-stroke"
      />
      <MapSymbol kind={kind} radius={radius} />
      {cluster.total > 1 && (
        <text
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={cluster.total > 99 ? 10 : 12}
          className="pointer-events-none fill-paper font-sans font-semibold"
        >
          {total}
        </text>
      )}
    </g>
  )
  const content = (
    <>
      <title>{name}</title>
      {drawing}
    </>
  )
  const transform = `translate(${cluster.x.toFixed(2)} ${cluster.y.toFixed(2)}) scale(${scale})`

  if (href === undefined) {
    return (
      <g transform={transform} className="group">
        {content}
      </g>
    )
  }
  const link = { 'aria-label': name, className: 'group no-underline outline-none' }
  return (
    <g transform={transform}>
      {/* A plain link within the page, since the router would drop the filters in the address. */}
      {href.startsWith('#') ? (
        <a href={href} {...link}>
          {content}
        </a>
      ) : (
        <Link to={href} {...link}>
          {content}
        </Link>
      )}
    </g>
  )
}
