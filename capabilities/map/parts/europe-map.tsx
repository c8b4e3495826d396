import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountryShape } from '../geometry.ts'
import { arrangePoints, kindsShown, type MapCluster, type MapPoint } from '../map-point.ts'
import { europeView, type MapView } from '../projection.ts'
import { MapKey } from './map-key.tsx'
import { ClusterLists, ElsewhereList } from './map-lists.tsx'
import { MapMark } from './map-mark.tsx'

type Props = {
  points: readonly MapPoint[]
  /** From `countryShapes(bounds)` of `geometry.ts`, called in the loader of the page. */
  shapes: readonly CountryShape[]
  /** The part of Europe to show, from `viewOf(points)`; all of it unless said. Use the same for the shapes. */
  bounds?: MapView | undefined
  /** Countries to lift out of the others, for instance those of an alliance. */
  highlighted?: readonly string[] | undefined
  /** What the map shows, in words; "Map of Europe" unless said. */
  label?: string | undefined
  /** Where a cluster of several points leads; unless given, or where it gives nothing, to their list under the map. */
  clusterHref?: ((cluster: MapCluster) => string | undefined) | undefined
}

/**
 * Points on a map of Europe, drawn on the server: works without JavaScript, marks are links in the order from north to
 * south, and what lies outside the view is listed beside it.
 */
export function EuropeMap({ points, shapes, bounds = europeView, highlighted = [], label, clusterHref }: Props) {
  const { t } = useTranslation('map')
  const mapId = useId()
  const { clusters, elsewhere } = arrangePoints(points, bounds)
  const shown = points.length - elsewhere.length
  const lifted = new Set(highlighted)
  const listId = (cluster: MapCluster) => `${mapId}-${cluster.id}`
  const hrefOf = (cluster: MapCluster) => {
    const [only, ...others] = cluster.items
    return others.length === 0 ? only?.href : (clusterHref?.(cluster) ?? `#${listId(cluster)}`)
  }
  const listed = clusters.filter((cluster) => cluster.items.length > 1 && clusterHref?.(cluster) === undefined)

  return (
    <figure className="@container space-y-3">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it has no element of its own */}
      <svg
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        role="group"
        aria-label={`${label ?? t('europeMap.name')}. ${t('europeMap.summary', { count: shown })}`}
        className="block h-auto w-full overflow-hidden rounded-md bg-sunken"
      >
        <g>
          {shapes.map(({ country, path }) => (
            <path
              key={country}
              d={path}
              className={lifted.has(country) ? 'fill-accent-wash stroke-edge' : 'fill-surface stroke-edge/50'}
              strokeWidth={0.75}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
        {clusters.map((cluster) => (
          <MapMark key={cluster.id} cluster={cluster} scale={bounds.width / europeView.width} href={hrefOf(cluster)} />
        ))}
      </svg>
      <figcaption className="space-y-4">
        {clusters.length > 0 && <MapKey kinds={kindsShown(clusters)} />}
        <ClusterLists clusters={listed} idOf={listId} />
        <ElsewhereList points={elsewhere} />
      </figcaption>
    </figure>
  )
}
