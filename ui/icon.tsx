import { type IconName, iconShapes, turningIcons } from './icon-shapes.tsx'

export type { IconName }

interface IconProps {
  name: IconName
  /** Spoken name. Leave out where words beside the icon say it already. */
  label?: string | undefined
  className?: string | undefined
}

/** A stroke icon, 1.2 times the size of the text around it and in its colour. */
export function Icon({ name, label, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className ? `e-icon ${className}` : 'e-icon'}
      data-turns={turningIcons.has(name) ? '' : undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {iconShapes[name]}
    </svg>
  )
}
