import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** Why somebody cannot express interest just now. */
export type Hindrance = 'unconfirmed' | 'noOrganisation' | 'own' | 'closed'

const ways: Record<Hindrance, string> = {
  unconfirmed: '/account',
  noOrganisation: '/my/organisations',
  own: '/inbox?box=in',
  closed: '/discover',
}

/** What stands in the way of expressing interest, and the one step past it. */
export function NotYet({ why }: { why: Hindrance }) {
  const { t } = useTranslation('expressions-of-interest')
  return (
    <Notice
      title={t(`notYet.${why}.title`)}
      actions={<LinkButton to={ways[why]}>{t(`notYet.${why}.action`)}</LinkButton>}
    >
      {t(`notYet.${why}.text`)}
    </Notice>
  )
}
