import { useTranslation } from 'react-i18next'
import { Icon } from '#ui/icon.tsx'
import { Section } from '#ui/section.tsx'
import { Thread } from '#ui/thread.tsx'
import type { ExpressionView } from '../schema.ts'
import { useMoment } from './moment.tsx'
import { usePartyName } from './party-name.tsx'

/** `340 kB`. */
function sizeIn(locale: string, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}

/** What the two sides wrote to each other, with its files. */
export function Conversation({ thread }: { thread: ExpressionView }) {
  const { t, i18n } = useTranslation('expressions-of-interest')
  const moment = useMoment()
  const nameOf = usePartyName()
  const { id, messages, sides, to, from } = thread
  return (
    <Section title={t('conversation.title')} id="conversation">
      {messages.length === 0 ? (
        <p className="text-ink-soft">{t(sides.includes('owner') ? 'conversation.owed' : 'conversation.none')}</p>
      ) : (
        <Thread
          label={t('conversation.title')}
          messages={messages.map((message) => {
            const organisation = nameOf(message.side === 'owner' ? to : from)
            return {
              key: message.id,
              author: message.author ?? organisation,
              detail: message.author ? organisation : undefined,
              when: moment(message.createdAt),
              dateTime: message.createdAt,
              mine: sides.includes(message.side),
              body: (
                <>
                  {message.body}
                  {message.files.length > 0 && (
                    <ul className="mt-2 grid list-none gap-1 ps-0 whitespace-normal">
                      {message.files.map((file) => (
                        <li key={file.id}>
                          <a href={`/api/expressions-of-interest/${id}/files/${file.id}`} download>
                            <Icon name="file" /> {file.name}
                          </a>{' '}
                          <span className="text-sm text-ink-soft">{sizeIn(i18n.language, file.bytes)}</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </>
              ),
            }
          })}
        />
      )}
    </Section>
  )
}
