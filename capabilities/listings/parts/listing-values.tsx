import { fieldsOf } from '#web/fields.ts'
import type { ListingChange } from '../schema.ts'

/** A text as it is kept: browsers send every line end as two signs. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/**
 * What the form of a need or an offer holds, as the API takes it; whose it is and its side stand beside it. What the API
 * finds wrong (a day that has passed, a malformed number) it says itself.
 */
export function listingFrom(form: FormData) {
  const { text, string, number, checked, list, words, endOfDay } = fieldsOf(form)
  const prose = (name: string) => plain(string(name))
  const values = {
    title: prose('title'),
    deadline: endOfDay('deadline'),
    kind: text('kind') ?? undefined,
    language: text('language'),
    summary: prose('summary'),
    description: prose('description'),
    advantages: prose('advantages'),
    expertiseSought: prose('expertiseSought'),
    stage: text('stage'),
    trlMin: number('trlMin'),
    trlMax: number('trlMax'),
    iprStatus: list('iprStatus'),
    iprNotes: prose('iprNotes'),
    sdgs: list('sdgs').map(Number),
    partnerRole: prose('partnerRole'),
    partnerTypes: list('partnerTypes'),
    partnerSizes: list('partnerSizes'),
    cooperationTypes: list('cooperationTypes'),
    keywords: words('keywords'),
    ecosystems: list('ecosystems'),
    targetCountries: list('targetCountries'),
    languages: list('languages'),
    budget: number('budget'),
    programme: prose('programme'),
    callIdentifier: prose('callIdentifier'),
    durationMonths: number('durationMonths'),
    coordinatorRequired: checked('coordinatorRequired'),
    eoiDeadline: endOfDay('eoiDeadline'),
    callDeadline: endOfDay('callDeadline'),
    acronym: prose('acronym'),
    visibility: text('visibility') ?? undefined,
    dissemination: checked('dissemination'),
  }
  return values as ListingChange & { title: string }
}

/** The same from what a refused form keeps. */
export function listingFromTyped(values: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  return listingFrom(form)
}
