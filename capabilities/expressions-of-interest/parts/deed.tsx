import type { ReactNode } from 'react'
import { Disclosure } from '#ui/disclosure.tsx'
import type { Refused } from '#web/form.ts'
import type { ExpressionView } from '../schema.ts'

export const intents = [
  'reply',
  'met',
  'propose',
  'confirm',
  'reveal',
  'decline',
  'withdraw',
  'report',
  'seen',
] as const
export type Intent = (typeof intents)[number]

/** What the form of a step needs. */
export interface DeedProps {
  thread: ExpressionView
  /** Set where this very form was refused. */
  refused: Refused | undefined
  pending: boolean
}

interface Props {
  /** Also its place on the page. */
  intent: Intent
  summary: ReactNode
  open: boolean
  children: ReactNode
}

/** A further step, folded until it is wanted. */
export function Deed({ intent, summary, open, children }: Props) {
  return (
    <div className="border-b border-rule py-2">
      <Disclosure summary={<span className="font-semibold">{summary}</span>} open={open}>
        {/* Links lead inside the fold, since a browser opens a fold to reach what is in it. */}
        <div id={intent} tabIndex={-1} className="pb-3">
          {children}
        </div>
      </Disclosure>
    </div>
  )
}
