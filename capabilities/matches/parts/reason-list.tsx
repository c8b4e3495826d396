import { useTranslation } from 'react-i18next'
import type { MatchReasons } from '../schema.ts'

interface Props {
  reasons: MatchReasons
  /** Languages the two texts are written in. */
  languages: { own: string; theirs: string }
  /** As many of the concepts as are told; all where left out. */
  most?: number | undefined
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** What two texts have in common, in words: the concepts each names in its own language, then the words both have. */
export function ReasonList({ reasons, languages, most }: Props) {
  const { t, i18n } = useTranslation('matches')
  const { t: v } = useTranslation('vocabularies')
  const list = new Intl.ListFormat(i18n.language)
  const concepts = reasons.concepts.slice(0, most)
  const named = new Set(concepts.flatMap(({ own, theirs }) => [own.toLowerCase(), theirs.toLowerCase()]))
  const words = reasons.words.filter(
    ({ own, theirs }) => !named.has(own.toLowerCase()) && !named.has(theirs.toLowerCase()),
  )
  const shown = most === undefined ? words : concepts.length === 0 ? words.slice(0, 5) : []
  return (
    <ul className="grid gap-1">
      {concepts.map(({ wanted, found, relation, own, theirs }) => (
        <li key={wanted.id}>
          <q lang={languages.own}>{own}</q>
          {!same(own, theirs) && (
            <>
              {' ~ '}
              <q lang={languages.theirs}>{theirs}</q>
            </>
          )}
          {t('reason.colon')}
          <strong>{found.label}</strong>
          {relation !== 'same' && (
            <span className="text-ink-soft"> {t(`relation.${relation}`, { wanted: wanted.label })}</span>
          )}
        </li>
      ))}
      {shown.length > 0 && (
        <li>
          {t('reason.words')} <span lang={languages.theirs}>{list.format(shown.map(({ theirs }) => theirs))}</span>
        </li>
      )}
      {most === undefined && reasons.ecosystems.length > 0 && (
        <li>
          {t('reason.ecosystems')} {list.format(reasons.ecosystems.map((id) => v(`ecosystem.${id}`)))}
        </li>
      )}
      {most === undefined && reasons.cooperationTypes.length > 0 && (
        <li>
          {t('reason.cooperationTypes')} {list.format(reasons.cooperationTypes.map((id) => v(`cooperationType.${id}`)))}
        </li>
      )}
    </ul>
  )
}
