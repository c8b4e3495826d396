import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MapCluster, MapPoint } from '../map-point.ts'

function PointList({ points }: { points: readonly MapPoint[] }) {
  const { t } = useTranslation('map')
  return (
    <ul className="list-none space-y-1 ps-0 text-sm">
      {points.map((point) => (
        <li key={point.id}>
          {point.href === undefined ? point.label : <Link to={point.href}>{point.label}</Link>}
          <span className="text-ink-soft"> · {t(`kind.${point.kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The members of each cluster, folded: where a mark that stands for several leads. */
export function ClusterLists({
  clusters,
  idOf,
}: {
  clusters: readonly MapCluster[]
  idOf: (cluster: MapCluster) => string
}) {
  const { t } = useTranslation('map')
  if (clusters.length === 0) return null
  return (
    <section className="space-y-1">
      <h3 className="text-base">{t('europeMap.samePlace')}</h3>
      {clusters.map((cluster) => (
        <details key={cluster.id} className="group/place">
          <summary className="cursor-pointer text-sm">
            {t('europeMap.several', { label: cluster.items[0]?.label, count: cluster.items.length - 1 })}
          </summary>
          {/* The mark leads inside the fold, since a browser opens a fold to reach what is in it. */}
          <div id={idOf(cluster)} tabIndex={-1} className="py-1 ps-5">
            <PointList points={cluster.items} />
          </div>
        </details>
      ))}
    </section>
  )
}

/** The points that lie outside of what the map shows. */
export function ElsewhereList({ points }: { points: readonly MapPoint[] }) {
  const { t } = useTranslation('map')
  if (points.length === 0) return null
  return (
    <section className="space-y-1">
      <h3 className="text-base">{t('europeMap.elsewhere')}</h3>
      <PointList points={points} />
    </section>
  )
}
