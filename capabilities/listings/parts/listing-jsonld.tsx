import type { ListingView } from '../schema.ts'

/** A need as a Demand, an offer as an Offer, in the words of schema.org; of an unnamed owner it tells the country alone. */
export function listingFacts(listing: ListingView, origin: string): object {
  const { side, reference, title, summary, keywords, organisation, owner, targetCountries } = listing
  const url = `${origin}/listings/${reference}`
  const party = {
    '@type': 'Organization',
    '@id': organisation ? `${origin}/organisations/${organisation.slug}` : undefined,
    name: organisation?.displayName,
    address: {
      '@type': 'PostalAddress',
      addressCountry: owner.country,
      addressLocality: organisation?.city || undefined,
    },
  }
  return {
    '@type': side === 'need' ? 'Demand' : 'Offer',
    '@id': url,
    url,
    identifier: reference,
    name: title,
    description: summary || undefined,
    validFrom: listing.publishedAt ?? undefined,
    validThrough: listing.deadline ?? listing.expiresAt ?? undefined,
    eligibleRegion: targetCountries.length > 0 ? targetCountries : undefined,
    // Whoever posts a demand is its seeker, for which schema.org has no word of its own: the author comes nearest.
    ...(side === 'need' ? { author: party } : { offeredBy: party }),
    itemOffered: { '@type': 'Service', name: title, category: keywords.join(', ') || undefined },
  }
}
