import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { Notice, type NoticeTone } from '#ui/notice.tsx'
import type { ExpressionView, NextStep as Step } from '../schema.ts'
import { ReplyClock } from './reply-clock.tsx'

/** Where on the page the step is taken. */
const places: Partial<Record<Step, string>> = {
  reply: '#reply',
  reveal: '#reveal',
  meet: '#met',
  agree: '#propose',
  confirm: '#confirm',
}

const tones: Partial<Record<Step, NoticeTone>> = { reply: 'warning', confirm: 'warning', done: 'success' }

/** What a reader had best do now, and the clock where one runs. */
export function NextStep({ thread }: { thread: ExpressionView }) {
  const { t } = useTranslation('expressions-of-interest')
  const { next, clock, sides, decline, listing, stage } = thread
  if (!next) return <Notice title={t('thread.moderator')}>{t('thread.moderatorText')}</Notice>
  const place = places[next.step]
  const side = listing.side === 'need' ? 'offer' : 'need'
  return (
    <Notice
      tone={tones[next.step]}
      title={next.step === 'closed' ? t(`closed.${stage}`) : t(`nextStep.${next.step}`)}
      actions={
        place ? (
          <a className="e-button" href={place}>
            {t(`go.${next.step}`)}
          </a>
        ) : (
          next.step === 'closed' && (
            <LinkButton to={`/discover?side=${sides.includes('owner') ? side : listing.side}`}>
              {t('go.closed')}
            </LinkButton>
          )
        )
      }
    >
      {decline && (
        <blockquote className="mb-2 border-s-4 border-edge ps-3">
          <p>{decline.sentence}</p>
          {decline.text && <p className="whitespace-pre-line">{decline.text}</p>}
        </blockquote>
      )}
      <p>{next.sentence}</p>
      {clock.state === 'running' && (
        <p className="mt-1">
          <ReplyClock clock={clock} owed={sides.includes('owner')} />
        </p>
      )}
    </Notice>
  )
}
