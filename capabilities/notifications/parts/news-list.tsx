import { useTranslation } from 'react-i18next'
import { Form, Link, useFetcher } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { useHydrated } from '#ui/hydrated.ts'
import type { NotificationView } from '../schema.ts'

/** What a kind of news is called, as the start of a line. */
export function kindName(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

interface Props {
  rows: readonly NotificationView[]
  /** The list's address, to come back to. */
  here: string
}

/** News, one line each; what was not read yet stands out and can be ticked off. */
export function NewsList({ rows, here }: Props) {
  const { t, i18n } = useTranslation('notifications')
  const { submit } = useFetcher()
  const hydrated = useHydrated()
  const format = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(hydrated ? {} : { timeZone: 'UTC' }),
  })
  return (
    <ul className="list-none ps-0">
      {rows.map(({ id, sentence, link, kind, createdAt, readAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-3 first:border-t"
        >
          <div className="grid min-w-0 flex-1 basis-80 gap-1">
            <Link
              to={link}
              className={readAt ? 'font-normal' : 'font-bold'}
              onClick={() => {
                if (!readAt) submit({ id, opened: 'on' }, { method: 'post', action: '/notifications' })
              }}
            >
              {sentence}
            </Link>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
              {!readAt && <Badge tone="accent">{t('list.new')}</Badge>}
              <time dateTime={createdAt}>{format.format(new Date(createdAt))}</time>
              <span>{kindName(t(`kind.${kind}`))}</span>
            </span>
          </div>
          {!readAt && (
            <Form method="post" action="/notifications" preventScrollReset>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="here" value={here} />
              <Button kind="quiet" size="small" icon="check" aria-label={t('list.readThis', { sentence })}>
                {t('list.read')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
