import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

interface Props {
  invitations: readonly { id: string; organisation: { displayName: string }; invitedBy: string | null }[]
  /** Organisations with somebody who asks to join. */
  asked: readonly { id: string; slug: string; displayName: string; waiting: number }[]
}

/** People who wait for a word: who invited the reader, and who asks to join an organisation of the reader's. */
export function WaitingPeople({ invitations, asked }: Props) {
  const { t } = useTranslation('home')
  return (
    <>
      {invitations.map(({ id, organisation, invitedBy }) => (
        <Notice
          key={id}
          title={t('people.invited', { organisation: organisation.displayName })}
          actions={<LinkButton to="/my/organisations">{t('people.answer')}</LinkButton>}
        >
          {invitedBy && t('people.by', { name: invitedBy })}
        </Notice>
      ))}
      {asked.map(({ id, slug, displayName, waiting }) => (
        <Notice
          key={id}
          title={t('people.asked', { count: waiting, organisation: displayName })}
          actions={<LinkButton to={`/organisations/${slug}/people`}>{t('people.decide')}</LinkButton>}
        />
      ))}
    </>
  )
}
