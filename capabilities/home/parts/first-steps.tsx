import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Section } from '#ui/section.tsx'

export interface Begun {
  confirmed: boolean
  organisation: boolean
  posted: boolean
}

const steps = [
  { step: 'confirmed', to: '/account' },
  { step: 'organisation', to: '/my/organisations' },
  { step: 'posted', to: '/listings/new?side=need' },
] as const satisfies { step: keyof Begun; to: string }[]

/** What somebody new does first, in order; gone once it is all done. */
export function FirstSteps({ begun }: { begun: Begun }) {
  const { t } = useTranslation('home')
  const next = steps.find(({ step }) => !begun[step])
  if (!next) return null
  return (
    <Section title={t('first.title')}>
      <ol className="list-none space-y-3 ps-0">
        {steps.map(({ step, to }, index) => (
          <li key={step} className="flex gap-3">
            {begun[step] ? (
              <Icon name="check" label={t('first.done')} className="mt-1 shrink-0 text-success" />
            ) : (
              <span className="w-5 shrink-0 text-center font-semibold">{index + 1}</span>
            )}
            <div className="grid justify-items-start gap-1">
              <strong className={begun[step] ? 'text-ink-soft' : undefined}>{t(`first.${step}.title`)}</strong>
              {!begun[step] && <span className="max-w-prose text-ink-soft">{t(`first.${step}.text`)}</span>}
              {step === next.step && (
                <LinkButton kind="primary" size="small" to={to} className="mt-1">
                  {t(`first.${step}.do`)}
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
