import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DescriptionList } from '#ui/description-list.tsx'
import { Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { languageName } from '../../vocabularies/languages.ts'
import type { ExpressionView } from '../schema.ts'
import { useMoment } from './moment.tsx'
import { PartyName, usePartyName } from './party-name.tsx'
import { ReplyClock } from './reply-clock.tsx'

/** Who, about what, since when, and how it went so far. */
export function ThreadFacts({ thread }: { thread: ExpressionView }) {
  const { t, i18n } = useTranslation('expressions-of-interest')
  const moment = useMoment()
  const nameOf = usePartyName()
  const { listing, from, to, sentBy, sentAt, clock, language, sides, steps } = thread
  return (
    <>
      <DescriptionList
        facts={[
          {
            term: t(`facts.${listing.side}`),
            value: (
              <Link to={`/listings/${listing.reference}`} lang={listing.language}>
                {listing.title}
              </Link>
            ),
          },
          { term: t('facts.from'), value: <PartyName party={from} /> },
          { term: t('facts.sentBy'), value: sentBy },
          { term: t(`facts.to.${listing.side}`), value: <PartyName party={to} /> },
          { term: t('facts.sentAt'), value: <time dateTime={sentAt}>{moment(sentAt)}</time> },
          { term: t('facts.clock'), value: <ReplyClock clock={clock} owed={sides.includes('owner')} /> },
          { term: t('facts.language'), value: languageName(language, i18n.language) },
        ]}
      />
      <Section title={t('steps.title')}>
        <Timeline
          entries={steps.map(({ stage, side, person, at }, index) => {
            const who = person ?? (side && nameOf(side === 'owner' ? to : from))
            return {
              key: at + stage,
              when: moment(at),
              dateTime: at,
              title: t(`step.${stage}`),
              children: <span className="text-sm text-ink-soft">{who ?? t('steps.platform')}</span>,
              state: index === steps.length - 1 ? 'current' : 'done',
            }
          })}
        />
      </Section>
    </>
  )
}
