import { type MouseEvent, type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonKind, type ButtonSize, LinkButton } from './button.tsx'
import type { IconName } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

interface Props {
  title: ReactNode
  children: ReactNode
  /** The button that opens it. */
  trigger: {
    label: string
    kind?: ButtonKind | undefined
    size?: ButtonSize | undefined
    icon?: IconName | undefined
    /** A page that serves the same where JavaScript is off. Give one unless the dialog only repeats something. */
    href?: string | undefined
  }
}

/** A native modal dialog with its button. A form inside closes it when it leads to a new page. */
export function Dialog({ title, children, trigger }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { label, href, ...look } = trigger
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog.current?.showModal()
  }
  // Browsers that know invoker commands open it without JavaScript too.
  const invoke = { command: 'show-modal', commandfor: id }
  return (
    <>
      {href ? (
        <LinkButton {...look} to={href} onClick={open} aria-haspopup="dialog">
          {label}
        </LinkButton>
      ) : (
        <Button {...look} {...invoke} type="button" onClick={open} aria-haspopup="dialog">
          {label}
        </Button>
      )}
      <dialog className="e-dialog" id={id} ref={dialog} aria-labelledby={`${id}-title`} closedby="any">
        <div className="e-dialog-head">
          <h2 id={`${id}-title`} className="text-xl">
            {title}
          </h2>
          <form method="dialog">
            <IconButton type="submit" icon="close" label={t('close')} />
          </form>
        </div>
        <div className="e-dialog-body">{children}</div>
      </dialog>
    </>
  )
}
