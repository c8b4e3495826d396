import type { ButtonHTMLAttributes } from 'react'
import type { ButtonKind, ButtonSize } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: IconName
  /** What it does, spoken and shown on hover. */
  label: string
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined
}

/** A button that shows only an icon; its label is spoken and shown on hover. */
export function IconButton({
  icon,
  label,
  kind = 'quiet',
  size,
  type = 'button',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`e-button e-button-icon ${className ?? ''}`}
      data-kind={kind}
      data-size={size}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
