import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '#ui/badge.tsx'
import type { Stage } from '../schema.ts'

const tones: Partial<Record<Stage, Tone>> = { 'in-conversation': 'info', met: 'info', agreed: 'success' }

/** How far the two have come. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation('expressions-of-interest')
  return <Badge tone={tones[stage]}>{t(`stage.${stage}`)}</Badge>
}
