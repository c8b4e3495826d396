import type { OrganisationView } from '../schema.ts'

const kinds = {
  HES: 'CollegeOrUniversity',
  REC: 'ResearchOrganization',
  PRC: 'Corporation',
  PUB: 'GovernmentOrganization',
  OTH: 'Organization',
}

/** An organisation in the words of schema.org. */
export function organisationFacts(organisation: OrganisationView, url: string): object {
  const { latitude, longitude, ror } = organisation
  return {
    '@type': kinds[organisation.organisationType],
    '@id': url,
    url: organisation.website ?? url,
    name: organisation.displayName,
    legalName: organisation.legalName,
    alternateName: organisation.otherNames,
    description: organisation.summary || undefined,
    foundingDate: organisation.foundedYear?.toString(),
    address: { '@type': 'PostalAddress', addressCountry: organisation.country, addressLocality: organisation.city },
    location:
      latitude === null ? undefined : { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude, longitude } },
    sameAs: ror ? [`https://ror.org/${ror}`] : undefined,
    knowsAbout: organisation.competences,
  }
}
