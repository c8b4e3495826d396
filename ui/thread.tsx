import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'

export interface ThreadMessage {
  key: string
  author: string
  /** Their organisation or role. */
  detail?: string | undefined
  avatarSrc?: string | undefined
  when: string
  dateTime: string
  /** Written by the reader. */
  mine?: boolean | undefined
  /** Text as written; line ends are kept. */
  body: ReactNode
}

/** Messages of a conversation, oldest first. */
export function Thread({ messages, label }: { messages: readonly ThreadMessage[]; label: string }) {
  return (
    <ol className="e-thread" aria-label={label}>
      {messages.map((message) => (
        <li key={message.key} className="e-message" data-mine={message.mine ? '' : undefined}>
          <Avatar name={message.author} src={message.avatarSrc} />
          <div>
            <div className="e-message-head">
              <strong>{message.author}</strong>
              {message.detail && <span className="text-sm text-ink-soft">{message.detail}</span>}
              <time dateTime={message.dateTime}>{message.when}</time>
            </div>
          </div>
          <div className="e-message-body">{message.body}</div>
        </li>
      ))}
    </ol>
  )
}
