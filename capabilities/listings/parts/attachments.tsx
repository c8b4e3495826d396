import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FileInput } from '#ui/file-input.tsx'
import { Icon } from '#ui/icon.tsx'
import { Section } from '#ui/section.tsx'
import type { ListingView } from '../schema.ts'

const MOST = 10

type Listing = Pick<ListingView, 'id' | 'attachments'>

function Size({ bytes }: { bytes: number }) {
  const { i18n } = useTranslation('listings')
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

/** The files of a listing, to download. */
export function AttachmentList({
  listing,
  action,
}: {
  listing: Listing
  action?: (id: string, name: string) => ReactNode
}) {
  return (
    <ul className="grid gap-2">
      {listing.attachments.map(({ id, name, bytes }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Icon name="file" />
          <a href={`/api/listings/${listing.id}/attachments/${id}`} className="min-w-0 break-words">
            {name}
          </a>
          <span className="text-sm text-ink-soft">
            <Size bytes={bytes} />
          </span>
          {action?.(id, name)}
        </li>
      ))}
    </ul>
  )
}

/** The files of a listing for those who edit it: each can be taken away, and another one added. */
export function EditAttachments({ listing, error }: { listing: Listing; error?: string | undefined }) {
  const { t } = useTranslation('listings')
  const navigation = useNavigation()
  const pending = navigation.formData?.get('intent') === 'attach'
  return (
    <Section title={t('files.title')} lead={t('files.lead')} id="files">
      {listing.attachments.length > 0 && (
        <AttachmentList
          listing={listing}
          action={(id, name) => (
            <Form method="post">
              <input type="hidden" name="file" value={id} />
              <Button
                size="small"
                kind="quiet"
                icon="trash"
                name="intent"
                value="detach"
                aria-label={t('files.removeNamed', { name })}
              >
                {t('files.remove')}
              </Button>
            </Form>
          )}
        />
      )}
      {listing.attachments.length < MOST ? (
        <Form
          // A new one after each file, so that the field is empty again.
          key={listing.attachments.length}
          method="post"
          encType="multipart/form-data"
          className="e-form"
        >
          <FileInput name="file" label={t('files.choose')} hint={t('files.hint')} error={error} required />
          <div>
            <Button icon="upload" name="intent" value="attach" pending={pending}>
              {t('files.add')}
            </Button>
          </div>
        </Form>
      ) : (
        <p className="text-ink-soft">{t('files.full', { count: MOST })}</p>
      )}
    </Section>
  )
}
