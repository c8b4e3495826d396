import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { SearchInput } from '#ui/search-box.tsx'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { OrganisationSummary } from '../schema.ts'

interface Props {
  organisation: { id: string; slug: string; displayName: string }
  /** The words looked for, and what they found; undefined before anything was looked for. */
  words: string
  found: readonly OrganisationSummary[] | undefined
}

/** Says which organisation belongs to which: look it up, then say so. */
export function AffiliationProposal({ organisation, words, found }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const name = organisation.displayName
  return (
    <Section
      title={t('members.propose')}
      lead={t('members.proposeLead')}
      id="propose"
      action={
        <LinkButton size="small" icon="upload" to={`/imports/new?source=members&body=${organisation.slug}`}>
          {t('members.import')}
        </LinkButton>
      }
    >
      <Form method="get" action="#propose" role="search" className="max-w-prose" preventScrollReset>
        <SearchInput id="propose-find" name="find" label={t('members.find')} defaultValue={words} />
      </Form>
      {found && found.length === 0 && (
        <p className="mt-4">
          {t('members.notFound')} <Link to="/organisations/new">{t('list.add')}</Link>
        </p>
      )}
      {found && found.length > 0 && (
        <CardList label={t('members.find')}>
          {found.map((row) => (
            <Card
              key={row.id}
              title={row.displayName}
              to={`/organisations/${row.slug}`}
              foot={<span>{[row.city, countryName(row.country, i18n.language)].filter(Boolean).join(', ')}</span>}
            >
              <div className="e-button-group mt-2">
                <Form method="post">
                  <input type="hidden" name="intent" value="propose" />
                  <input type="hidden" name="body" value={organisation.id} />
                  <input type="hidden" name="member" value={row.id} />
                  <Button size="small">
                    {t('members.belongsToUs', { name })}
                    <VisuallyHidden>{`: ${row.displayName}`}</VisuallyHidden>
                  </Button>
                </Form>
                <Form method="post">
                  <input type="hidden" name="intent" value="propose" />
                  <input type="hidden" name="body" value={row.id} />
                  <input type="hidden" name="member" value={organisation.id} />
                  <Button size="small" kind="quiet">
                    {t('members.weBelong', { name })}
                    <VisuallyHidden>{`: ${row.displayName}`}</VisuallyHidden>
                  </Button>
                </Form>
              </div>
            </Card>
          ))}
        </CardList>
      )}
    </Section>
  )
}
