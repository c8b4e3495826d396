import { fieldsOf } from '#web/fields.ts'
import type { OrganisationDraft } from '../schema.ts'

/**
 * What the form of an organisation holds, as the API takes it. What the API finds wrong (an unknown country, a malformed
 * number) it says itself.
 */
export function organisationFrom(form: FormData): OrganisationDraft {
  const { text, string, number, list, words } = fieldsOf(form)
  const values = {
    legalName: string('legalName'),
    displayName: string('displayName'),
    otherNames: words('otherNames'),
    organisationType: text('organisationType') ?? undefined,
    roleTags: list('roleTags'),
    size: text('size'),
    staff: number('staff'),
    country: text('country') ?? undefined,
    nuts: text('nuts'),
    city: string('city'),
    address: string('address'),
    latitude: number('latitude'),
    longitude: number('longitude'),
    website: text('website'),
    foundedYear: number('foundedYear'),
    pic: text('pic'),
    oid: text('oid'),
    erasmusCode: text('erasmusCode'),
    vat: text('vat'),
    ror: text('ror'),
    language: text('language') ?? undefined,
    summary: string('summary'),
    ecosystems: list('ecosystems'),
    competences: words('competences'),
    services: words('services'),
    contactEmail: text('contactEmail'),
  }
  return values as OrganisationDraft
}
