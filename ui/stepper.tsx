import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  steps: readonly string[]
  /** Counted from 0; beyond the last, all are done. */
  current: number
}

/** The steps of something longer, and where one stands. */
export function Stepper({ label, steps, current }: Props) {
  const { t } = useTranslation('ui')
  return (
    <nav className="e-stepper" aria-label={label}>
      <ol>
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'current' : 'ahead'
          return (
            <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              <span className="e-stepper-label">{step}</span>
              <span>{t(`step.${state}`)}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
