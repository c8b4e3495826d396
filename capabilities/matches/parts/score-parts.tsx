import { useTranslation } from 'react-i18next'
import { ScoreBar } from '#ui/score-bar.tsx'
import type { MatchReasons } from '../schema.ts'

const order = ['concepts', 'words', 'sectors', 'reciprocity', 'freshness'] as const

/** How strong a match is, out of 100, and what that is made of. */
export function MatchStrength({ reasons, compact }: { reasons: MatchReasons; compact?: boolean | undefined }) {
  const { t } = useTranslation('matches')
  const { components, score, strength } = reasons
  const share = score > 0 ? (strength * 100) / score : 0
  return (
    <ScoreBar
      label={t('strength.label')}
      compact={compact}
      parts={order.map((part) => ({ label: t(`strength.${part}`), value: components[part] * share }))}
    />
  )
}
