import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Menu, type MenuLink } from '#ui/menu.tsx'
import type { ListingView } from '../schema.ts'

const deeds = ['resume', 'renew', 'pause', 'duplicate', 'withdraw'] as const
export type Deed = (typeof deeds)[number] | 'publish' | 'approve' | 'return'

const icons: Record<(typeof deeds)[number], IconName> = {
  resume: 'eye',
  renew: 'history',
  pause: 'eyeOff',
  duplicate: 'copy',
  withdraw: 'close',
}

/** A verb on a listing as a button of its own form. */
export function DeedButton({
  reference,
  deed,
  primary,
  small,
}: {
  reference: string
  deed: (typeof deeds)[number] | 'publish'
  primary?: boolean | undefined
  small?: boolean | undefined
}) {
  const { t } = useTranslation('listings')
  const navigation = useNavigation()
  const pending = navigation.state !== 'idle' && navigation.formData?.get('intent') === deed
  return (
    <Form method="post" action={`/listings/${reference}`}>
      <Button
        kind={primary ? 'primary' : undefined}
        size={small ? 'small' : undefined}
        name="intent"
        value={deed}
        pending={pending}
      >
        {t(`deed.${deed}`)}
      </Button>
    </Form>
  )
}

/** What the reader may do with a listing: the likely things as buttons, the others in a menu. */
export function ListingDeeds({ listing }: { listing: ListingView }) {
  const { t } = useTranslation('listings')
  const { reference, can, status } = listing
  const here = `/listings/${reference}`
  const allowed = deeds.filter((deed) => can[deed])
  const links: MenuLink[] = [
    ...(can.history ? [{ to: `${here}/history`, label: t('deed.history'), icon: 'history' as const }] : []),
    ...(can.remove ? [{ to: `${here}/remove`, label: t('deed.remove'), icon: 'trash' as const, danger: true }] : []),
  ]
  return (
    <>
      {can.publish && <DeedButton reference={reference} deed="publish" primary={status !== 'withdrawn'} />}
      {can.edit && (
        <LinkButton icon="edit" to={`${here}/edit`}>
          {t('show.edit')}
        </LinkButton>
      )}
      {can.fulfil && (
        <LinkButton icon="check" to={`${here}/close`}>
          {t('deed.close')}
        </LinkButton>
      )}
      {(allowed.length > 0 || links.length > 0) && (
        <Menu label={t('deed.more')} links={links} align="end">
          {allowed.length > 0 && (
            <Form method="post" action={here}>
              <ul>
                {allowed.map((deed) => (
                  <li key={deed}>
                    <button type="submit" name="intent" value={deed}>
                      <Icon name={icons[deed]} />
                      {t(`deed.${deed}`)}
                    </button>
                  </li>
                ))}
              </ul>
            </Form>
          )}
        </Menu>
      )}
    </>
  )
}
