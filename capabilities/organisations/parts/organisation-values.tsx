import { fieldsOf } from '#web/fields.ts'
import { countryIds, countryName } from '../../vocabularies/countries.ts'
import { languageIds, languageName } from '../../vocabularies/languages.ts'
import type { OrganisationDraft } from '../schema.ts'

/**
 * What the form of an organisation holds, as the API takes it. What the API finds wrong (an unknown country, a malformed
 * number) it says itself.
 * @param locale the language in which countries and languages were named
 */
export function organisationFrom(form: FormData, locale: string): OrganisationDraft {
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
    targetCountries: named(words('targetCountries'), countryIds, (code) => countryName(code, locale)),
    languages: named(words('languages'), languageIds, (code) => languageName(code, locale)),
    contactEmail: text('contactEmail'),
    emailDomains: words('emailDomains').map((domain) => domain.replace(/^(https?:\/\/)?(www\.|@)?/i, '')),
    smeEvidence:
      text('sme.staff') || text('sme.turnover') || text('sme.balanceSheet') || text('sme.note')
        ? {
            staff: number('sme.staff') ?? undefined,
            turnover: number('sme.turnover'),
            balanceSheet: number('sme.balanceSheet'),
            year: number('sme.year') ?? undefined,
            note: string('sme.note'),
          }
        : null,
  }
  return values as OrganisationDraft
}

/** Codes for what was typed by name or as a code; what is neither stays as it is, for the API to refuse. */
function named(typed: readonly string[], codes: readonly string[], nameOf: (code: string) => string): string[] {
  const byName = new Map(
    codes.flatMap((code) => [
      [code.toLowerCase(), code],
      [nameOf(code).toLowerCase(), code],
    ]),
  )
  return typed.map((word) => byName.get(word.toLowerCase()) ?? word)
}
