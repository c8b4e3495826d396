import type { OrganisationView } from '../schema.ts'

const kinds = {
  HES: 'CollegeOrUniversity',
  REC: 'ResearchOrganization',
  PRC: 'Corporation',
  PUB: 'GovernmentOrganization',
  OTH: 'Organization',
}

interface Around {
  contacts: readonly { name: string; headline: string }[]
  memberOf: readonly { displayName: string; url: string }[]
}

/** An organisation in the words of schema.org. */
export function organisationFacts(organisation: OrganisationView, url: string, around: Around): object {
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
    knowsLanguage: organisation.languages,
    areaServed: organisation.targetCountries,
    taxID: organisation.vat ?? undefined,
    numberOfEmployees:
      organisation.staff === null ? undefined : { '@type': 'QuantitativeValue', value: organisation.staff },
    contactPoint: around.contacts.map(({ name, headline }) => ({
      '@type': 'ContactPoint',
      name,
      ...(headline ? { description: headline } : {}),
    })),
    memberOf: around.memberOf.map((body) => ({ '@type': 'Organization', name: body.displayName, url: body.url })),
  }
}
