import { useTranslation } from 'react-i18next'
import { Tabs } from '#ui/tabs.tsx'

interface Props {
  counts?: { all: number; saved: number; dismissed: number } | undefined
}

/** The pages of one's matches. */
export function MatchTabs({ counts }: Props) {
  const { t } = useTranslation('matches')
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/matches', label: t('tabs.all'), count: counts?.all, end: true },
        { to: '/matches/saved', label: t('tabs.saved'), count: counts?.saved },
        { to: '/matches/dismissed', label: t('tabs.dismissed'), count: counts?.dismissed },
        { to: '/matches/profile', label: t('tabs.profile') },
      ]}
    />
  )
}
