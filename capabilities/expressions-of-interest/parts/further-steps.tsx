import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Section } from '#ui/section.tsx'
import type { Refused } from '#web/form.ts'
import type { ExpressionView, NextStep } from '../schema.ts'
import { ProposeForm } from './agreement.tsx'
import { DeclineForm } from './decline-form.tsx'
import { Deed, type DeedProps, type Intent } from './deed.tsx'
import { MetForm, ReportThread, RevealForm, WithdrawForm } from './further-forms.tsx'

type Step = Exclude<Intent, 'reply' | 'confirm' | 'seen'>

const forms: Record<Step, (props: DeedProps) => ReactNode> = {
  met: MetForm,
  propose: ProposeForm,
  reveal: RevealForm,
  decline: DeclineForm,
  withdraw: WithdrawForm,
  report: ReportThread,
}

/** The step that a reader had best take, where it stands among these. */
const next: Partial<Record<NextStep, Step>> = { meet: 'met', agree: 'propose', reveal: 'reveal' }

/** Everything a reader may do besides writing, the likely before the unlikely, each folded. */
export function FurtherSteps({ thread, refused }: { thread: ExpressionView; refused: Refused | undefined }) {
  const { t } = useTranslation('expressions-of-interest')
  const navigation = useNavigation()
  const going = navigation.state === 'idle' ? null : navigation.formData?.get('intent')
  const { can } = thread
  const best = thread.next && next[thread.next.step]
  const steps: Step[] = [
    ...(can.reveal ? (['reveal'] as const) : []),
    ...(can.move ? (['met'] as const) : []),
    ...(can.propose ? (['propose'] as const) : []),
    ...(can.decline ? (['decline'] as const) : []),
    ...(can.withdraw ? (['withdraw'] as const) : []),
    ...(can.report ? (['report'] as const) : []),
  ]
  if (steps.length === 0) return null
  return (
    <Section title={t('further.title')}>
      <div>
        {steps
          .toSorted((a, b) => Number(b === best) - Number(a === best))
          .map((step) => {
            const Form = forms[step]
            const mine = refused?.values.intent === step ? refused : undefined
            return (
              <Deed
                key={step}
                intent={step}
                summary={t(step === 'propose' && thread.agreement ? 'further.proposeAgain' : `further.${step}`)}
                open={mine !== undefined}
              >
                <Form thread={thread} refused={mine} pending={going === step} />
              </Deed>
            )
          })}
      </div>
    </Section>
  )
}
