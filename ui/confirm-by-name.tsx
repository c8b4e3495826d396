import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from './button.tsx'
import { exactPattern } from './exact-pattern.ts'
import { FormActions } from './form-actions.tsx'
import { Notice } from './notice.tsx'
import { TextInput } from './text-input.tsx'

interface Props {
  /** What must be typed. */
  name: string
  /** What will be lost, in a sentence. */
  warning: ReactNode
  /** The button: "Delete this alliance". */
  label: string
  /** Where the form is posted. Default: the page's own action. */
  action?: string | undefined
  /** Hidden fields, e.g. the intent. */
  children?: ReactNode
  error?: string | undefined
  pending?: boolean | undefined
}

/**
 * A destructive act, confirmed by typing the name of what it destroys. Posts it as `confirmation`, which the server
 * compares again. The browser refuses any other text even without JavaScript.
 */
export function ConfirmByName({ name, warning, label, action, children, error, pending }: Props) {
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState('')
  return (
    <Form method="post" {...(action ? { action } : {})} className="e-form">
      {children}
      <Notice tone="danger">{warning}</Notice>
      <TextInput
        name="confirmation"
        label={t('confirm.label')}
        hint={t('confirm.hint', { name })}
        required
        pattern={exactPattern(name)}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={error}
      />
      <FormActions>
        <Button kind="danger" icon="trash" pending={pending}>
          {label}
        </Button>
      </FormActions>
    </Form>
  )
}
