import { useTranslation } from 'react-i18next'
import { SideNav } from '#ui/side-nav.tsx'

/** The way through the pages for developers. */
export function DeveloperNav({ tags }: { tags: readonly { name: string; count: number }[] }) {
  const { t } = useTranslation('app')
  return (
    <SideNav
      label={t('developers.title')}
      groups={[
        {
          items: [
            { to: '/developers', label: t('developers.start'), icon: 'book', end: true },
            { to: '/developers/agents', label: t('developers.agents'), icon: 'spark' },
          ],
        },
        {
          title: t('developers.reference'),
          items: tags.map(({ name, count }) => ({ to: `/developers/${name}`, label: name, count })),
        },
      ]}
    />
  )
}
