import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

interface Look {
  /** One primary per page section. `danger` for what destroys. Default `plain`. */
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  children?: ReactNode
}

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** From `useNavigation().state !== 'idle'`: shows work going on and swallows a second press. */
    pending?: boolean | undefined
  }

/** A button; `type="submit"` unless told otherwise, since most stand in forms. */
export function Button({
  kind,
  size,
  icon,
  iconAfter,
  pending,
  children,
  type = 'submit',
  onClick,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={`e-button ${rest.className ?? ''}`}
      data-kind={kind}
      data-size={size}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={press}
    >
      {pending ? <span className="e-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  )
}

type LinkButtonProps = Look & Omit<LinkProps, 'children'>

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ kind, size, icon, iconAfter, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={`e-button ${className ?? ''}`} data-kind={kind} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </Link>
  )
}
