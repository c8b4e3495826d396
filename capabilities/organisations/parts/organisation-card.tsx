import { useTranslation } from 'react-i18next'
import { Badge, Status, Tags } from '#ui/badge.tsx'
import { Card } from '#ui/card.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { OrganisationSummary } from '../schema.ts'

/** An organisation as one entry of a list. */
export function OrganisationCard({ organisation, level = 2 }: { organisation: OrganisationSummary; level?: 2 | 3 }) {
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const { displayName, slug, roleTags, standing, summary, language, city, country, competences } = organisation
  const place = [city, countryName(country, i18n.language)].filter(Boolean).join(', ')
  return (
    <Card
      to={`/organisations/${slug}`}
      title={displayName}
      level={level}
      kicker={
        <>
          {roleTags.slice(0, 3).map((tag) => (
            <Badge key={tag}>{v(`roleTag.${tag}`)}</Badge>
          ))}
          {standing === 'verified' && <Status tone="success">{t('standing.verified')}</Status>}
        </>
      }
      foot={
        <>
          <span>{place}</span>
          <Tags items={competences.slice(0, 4).map((label) => ({ label }))} />
        </>
      }
    >
      {summary && <p lang={language}>{summary}</p>}
    </Card>
  )
}
