import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Notice } from '#ui/notice.tsx'
import { type Marked, UndoButton } from './mark-buttons.tsx'

const NAME = 'undo'

/** The page to come back to, offering to take back what was done to a match. */
export function offeringUndo(to: string, { organisation, listing, candidate }: Marked): string {
  const url = new URL(to, 'http://site')
  url.searchParams.set(NAME, [organisation, listing ?? '', candidate].join('~'))
  return url.pathname + url.search
}

/** The same page without that offer. */
export function withoutUndo(to: string): string {
  const url = new URL(to, 'http://site')
  url.searchParams.delete(NAME)
  return url.pathname + url.search
}

/** Says that a match was set aside, with the way back. */
export function UndoNotice() {
  const { t } = useTranslation('matches')
  const { pathname, search } = useLocation()
  const [organisation, listing, candidate] = new URLSearchParams(search).get(NAME)?.split('~') ?? []
  if (!organisation || !candidate) return null
  return (
    <Notice
      live
      tone="success"
      title={t('mark.dismissed')}
      actions={
        <UndoButton pair={{ organisation, listing: listing || null, candidate }} to={withoutUndo(pathname + search)} />
      }
    >
      {t('mark.dismissedText')}
    </Notice>
  )
}
