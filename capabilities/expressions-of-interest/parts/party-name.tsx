import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '#ui/icon.tsx'
import { useOwnerName } from '../../listings/parts/listing-owner.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { Party } from '../schema.ts'

/** What one of the two organisations is called, named or not. */
export function usePartyName(): (party: Party) => string {
  const nameOf = useOwnerName()
  return (party) => nameOf({ owner: { ...party, roleTags: [] }, organisation: party.organisation })
}

/** One of the two organisations, with its country, leading to its page where the reader may know it. */
export function PartyName({ party }: { party: Party }) {
  const { i18n } = useTranslation('expressions-of-interest')
  const nameOf = usePartyName()
  const { organisation, country } = party
  if (!organisation)
    return (
      <span className="inline-flex items-baseline gap-1">
        <Icon name="eyeOff" className="self-center" />
        {nameOf(party)}
      </span>
    )
  return (
    <span>
      <Link to={`/organisations/${organisation.slug}`}>{organisation.displayName}</Link>
      <span className="text-ink-soft">{`, ${[organisation.city, countryName(country, i18n.language)].filter(Boolean).join(', ')}`}</span>
    </span>
  )
}
