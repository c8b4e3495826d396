import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** Says that the index is being loaded, and offers to look again. */
export function WarmingNotice() {
  const { t } = useTranslation('matches')
  const { pathname, search } = useLocation()
  return (
    <Notice
      title={t('warming.title')}
      actions={
        <LinkButton size="small" to={pathname + search} reloadDocument>
          {t('warming.again')}
        </LinkButton>
      }
    >
      {t('warming.text')}
    </Notice>
  )
}
