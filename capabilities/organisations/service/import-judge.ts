import type { Likeness } from '../schema.ts'
import { type Known, type OrganisationIndex, schemes } from './import-index.ts'

/** What recognising came to: a known organisation, none, or some that a person has to look at. */
export type Verdict = { is: 'known'; id: string } | { is: 'new' } | { is: 'unclear'; candidates: Likeness[] }

/** So much of the names the same, and in the same place: one organisation. */
const SAME = 0.9
/** So much of the names the same: worth a look. */
const NEAR = 0.8
/** So much, where the website is the same too. */
const WITH_WEBSITE = 0.45
/** Words that more organisations of a country have than this find none. */
const COMMON = 400
const MOST_SHOWN = 5

/**
 * Recognises an organisation: by its identifiers first, then by its own website within the country, then by its name
 * within the country. Organisations of which one identifier differs are never taken for one; what is not clear is said
 * to be unclear rather than guessed.
 */
export function recognise(index: OrganisationIndex, wanted: Known): Verdict {
  for (const scheme of schemes) {
    const found = index.byIdentifier(scheme, wanted[scheme])
    if (!found) continue
    return differ(found, wanted) || found.country !== wanted.country
      ? unclear([{ organisation: found.id, score: 1, why: 'identifier' }])
      : { is: 'known', id: found.id }
  }
  return byWebsite(index, wanted) ?? byName(index, wanted)
}

/** Whether an identifier of the same kind is another one. */
function differ(one: Known, other: Known): boolean {
  return schemes.some((scheme) => one[scheme] && other[scheme] && one[scheme] !== other[scheme])
}

function byWebsite(index: OrganisationIndex, wanted: Known): Verdict | undefined {
  const there = index.byHost(wanted.country, wanted.host).filter((known) => !differ(known, wanted))
  if (there.length === 0) return undefined
  const scored = there
    .map((known) => ({ known, score: likenessOf(index, known, wanted) }))
    .sort((one, other) => other.score - one.score)
  const [best, next] = scored
  if (best && best.score >= WITH_WEBSITE && (!next || next.score < best.score - 0.2))
    return { is: 'known', id: best.known.id }
  return unclear(scored.map(({ known, score }) => ({ organisation: known.id, score, why: 'website' })))
}

function byName(index: OrganisationIndex, wanted: Known): Verdict {
  const near = new Set<Known>()
  for (const name of wanted.names) {
    const rare = [...name].sort(
      (a, b) => index.byWord(wanted.country, a).length - index.byWord(wanted.country, b).length,
    )
    for (const word of rare.slice(0, 3)) {
      const there = index.byWord(wanted.country, word)
      if (there.length <= COMMON) for (const known of there) near.add(known)
    }
  }
  const scored = [...near]
    .filter((known) => !differ(known, wanted))
    .map((known) => ({ known, score: likenessOf(index, known, wanted) }))
    .filter(({ score }) => score >= NEAR)
    .sort((one, other) => other.score - one.score)
  if (scored.length === 0) return { is: 'new' }
  const same = scored.filter(({ known, score }) => score >= SAME && samePlace(known, wanted))
  const [only, next] = same
  if (only && !next) return { is: 'known', id: only.known.id }
  // A name alike elsewhere is another school of that name, unless the place is only written otherwise.
  const doubtful = scored.filter(({ known, score }) => samePlace(known, wanted) || score >= 0.98)
  if (doubtful.length === 0) return { is: 'new' }
  return unclear(doubtful.map(({ known, score }) => ({ organisation: known.id, score, why: 'name' })))
}

function unclear(candidates: Likeness[]): Verdict {
  const shown = candidates.slice(0, MOST_SHOWN).map((each) => ({ ...each, score: Math.round(each.score * 100) / 100 }))
  return { is: 'unclear', candidates: shown }
}

/** One may be written with its district or its county: the words of one place within those of the other. */
function samePlace(one: Known, other: Known): boolean {
  if (!one.place || !other.place) return true
  const [a, b] = [new Set(one.place.split(' ')), new Set(other.place.split(' '))]
  return a.isSubsetOf(b) || b.isSubsetOf(a)
}

/**
 * How much of two organisations' names is the same, 0 to 1: of their best pair of names the weight of the common words
 * in that of all (Dice), where words count the less the more names of the country have them.
 */
function likenessOf(index: OrganisationIndex, one: Known, other: Known): number {
  let best = 0
  for (const a of one.names)
    for (const b of other.names) {
      const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + index.weight(one.country, word), 0)
      const there = new Set(b)
      const common = a.filter((word) => there.has(word))
      if (common.length === 0) continue
      const score = (2 * weigh(common)) / (weigh(a) + weigh(b))
      // An abbreviation alone is had by many.
      const sure = common.length > 1 || (common[0]?.length ?? 0) > 5
      best = Math.max(best, sure ? score : Math.min(score, 0.6))
    }
  return best
}
