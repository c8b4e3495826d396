import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'

interface Props {
  /** What opens the question: "Revoke". */
  summary: string
  /** The question, which names the thing. */
  question: string
  /** The button, which names it too. */
  label: string
  intent: string
  id: string
  children?: ReactNode
}

/** A destructive act in two presses: the second stands beside what it destroys. */
export function ConfirmStep({ summary, question, label, intent, id, children }: Props) {
  return (
    <Disclosure summary={summary}>
      <Form method="post" className="space-y-3">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={id} />
        <p className="text-sm">{question}</p>
        {children}
        <Button kind="danger" size="small" type="submit">
          {label}
        </Button>
      </Form>
    </Disclosure>
  )
}
