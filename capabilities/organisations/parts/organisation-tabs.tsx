import { useTranslation } from 'react-i18next'
import { Tabs } from '#ui/tabs.tsx'
import type { OrganisationView } from '../schema.ts'

type Shown = Pick<OrganisationView, 'slug' | 'members' | 'memberOf' | 'can'>

/** The pages of one organisation that its reader may open; nothing where there is but one. */
export function OrganisationTabs({ organisation }: { organisation: Shown }) {
  const { t } = useTranslation('organisations')
  const { slug, members, memberOf, can } = organisation
  const here = `/organisations/${slug}`
  const tabs = [
    { to: here, label: t('tab.profile'), end: true },
    ...(members > 0 || memberOf > 0 || can.affiliate
      ? [{ to: `${here}/members`, label: t('tab.members'), count: members + memberOf }]
      : []),
    ...(can.manage || can.leave || can.admit || can.verify ? [{ to: `${here}/people`, label: t('tab.people') }] : []),
  ]
  return tabs.length > 1 ? <Tabs tabs={tabs} label={t('tab.label')} /> : null
}
