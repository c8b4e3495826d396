import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import type { Mark } from '../schema.ts'

/** A match as its marks name it. */
export interface Marked {
  organisation: string
  listing: string | null
  candidate: string
}

function MarkFields({ organisation, listing, candidate, to }: Marked & { to: string }) {
  return (
    <>
      <input type="hidden" name="organisation" value={organisation} />
      {listing && <input type="hidden" name="listing" value={listing} />}
      <input type="hidden" name="candidate" value={candidate} />
      <input type="hidden" name="to" value={to} />
    </>
  )
}

interface Props {
  pair: Marked
  mark: Mark | null
  /** The page to come back to. */
  to: string
  /** What the match is called, for those who hear the buttons out of their context. */
  title: string
}

/** Save a match, set it aside, or take back either. */
export function MarkButtons({ pair, mark, to, title }: Props) {
  const { t } = useTranslation('matches')
  const verbs =
    mark === 'saved'
      ? (['unsave', 'dismiss'] as const)
      : mark === 'dismissed'
        ? (['restore'] as const)
        : (['save', 'dismiss'] as const)
  const icons = { save: 'bookmark', unsave: 'bookmark', dismiss: 'close', restore: 'history' } as const
  return (
    <Form method="post" action="/matches" className="flex flex-wrap gap-2" preventScrollReset>
      <MarkFields {...pair} to={to} />
      {verbs.map((verb) => (
        <Button
          key={verb}
          size="small"
          kind="quiet"
          icon={icons[verb]}
          name="intent"
          value={verb}
          aria-label={t(`mark.${verb}Of`, { title })}
        >
          {t(`mark.${verb}`)}
        </Button>
      ))}
    </Form>
  )
}

/** Takes back that a match was set aside a moment ago. */
export function UndoButton({ pair, to }: { pair: Marked; to: string }) {
  const { t } = useTranslation('matches')
  return (
    <Form method="post" action="/matches" preventScrollReset>
      <MarkFields {...pair} to={to} />
      <Button size="small" icon="history" name="intent" value="restore">
        {t('mark.undo')}
      </Button>
    </Form>
  )
}
