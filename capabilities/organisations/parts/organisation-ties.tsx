import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { Avatar } from '#ui/avatar.tsx'
import { Section } from '#ui/section.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { affiliationView, memberView } from '../schema.ts'

/** People to talk to at an organisation. */
export function Contacts({ rows }: { rows: readonly z.infer<typeof memberView>[] }) {
  const { t } = useTranslation('organisations')
  const contacts = rows.filter(({ contact, suspended }) => contact && !suspended)
  if (contacts.length === 0) return null
  return (
    <Section title={t('show.contacts')}>
      <ul className="grid list-none gap-4 ps-0 sm:grid-cols-2">
        {contacts.map((person) => (
          <li key={person.person} className="flex items-start gap-3">
            <Avatar name={person.name} />
            <div>
              <div className="font-semibold">{person.name}</div>
              {person.headline && <div className="text-sm text-ink-soft">{person.headline}</div>}
              {person.email && (
                <a className="text-sm" href={`mailto:${person.email}`}>
                  {person.email}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface TiesProps {
  slug: string
  side: 'members' | 'memberOf'
  rows: readonly z.infer<typeof affiliationView>[]
  total: number
}

/** The first of those that belong to an organisation, or that it belongs to, and the way to all of them. */
export function Ties({ slug, side, rows, total }: TiesProps) {
  const { t, i18n } = useTranslation('organisations')
  if (rows.length === 0) return null
  return (
    <Section
      title={t(`show.${side}`)}
      action={
        total > rows.length || side === 'members' ? (
          <Link to={`/organisations/${slug}/members?side=${side}`}>{t('show.allOfThem', { count: total })}</Link>
        ) : undefined
      }
    >
      <ul className="grid list-none gap-x-6 gap-y-2 ps-0 sm:grid-cols-2">
        {rows.map(({ organisation }) => (
          <li key={organisation.id}>
            <Link to={`/organisations/${organisation.slug}`}>{organisation.displayName}</Link>
            <span className="text-sm text-ink-soft">
              {` · ${[organisation.city, countryName(organisation.country, i18n.language)].filter(Boolean).join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
