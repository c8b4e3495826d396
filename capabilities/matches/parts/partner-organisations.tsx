import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { CardList } from '#ui/card.tsx'
import { Section } from '#ui/section.tsx'
import { OrganisationCard } from '../../organisations/parts/organisation-card.tsx'
import type { matchedOrganisation } from '../schema.ts'
import { ReasonList } from './reason-list.tsx'

interface Props {
  organisations: readonly z.infer<typeof matchedOrganisation>[]
  /** What one's own text is written in. */
  language: string
}

/** Organisations that have posted nothing that fits, but say of themselves that they could. */
export function PartnerOrganisations({ organisations, language }: Props) {
  const { t } = useTranslation('matches')
  if (organisations.length === 0) return null
  return (
    <Section title={t('partners.title')} lead={t('partners.lead')}>
      <CardList label={t('partners.title')}>
        {organisations.map(({ organisation, reasons }) => (
          <div key={organisation.id} className="grid gap-2">
            <OrganisationCard organisation={organisation} level={3} />
            <div className="pb-4 text-sm">
              <ReasonList reasons={reasons} languages={{ own: language, theirs: organisation.language }} most={3} />
            </div>
          </div>
        ))}
      </CardList>
    </Section>
  )
}
