import { folded } from '#platform/db/folded.ts'

/** Forms of company and association, folded: they say nothing of which organisation it is. */
const legalForms = new Set(
  (
    'ab ag aisbl ao aps as asbl asd bv bvba cooperativa coop cv doo dd eg ehf eood ev fzco gesmbh ggmbh gmbh hf inc ' +
    'kft kg kht kgaa lda llc llp ltd limited mbh nv nyrt oo ood oy oyj plc pp sa sae sarl sas sasu scrl sia sl sll slu ' +
    'slp snc sociedad anonima spa spol spz srl srls sro ug uab vzw zrt zoo'
  ).split(' '),
)

const small = new Set(
  'a al and da das de degli dei del della delle den der des di die do dos du e el et for fur i in la le les los na of og och the u und van w y z za'.split(
    ' ',
  ),
)

/**
 * The words of a name as it is compared: folded, umlauts alike whether written `ä` or `ae`, without legal forms and
 * without the small words between.
 */
export function wordsOf(name: string): string[] {
  const plain = folded(name)
    .replace(/\b([a-z])\.\s?(?=[a-z]\b)/g, '$1')
    .replace(/['’`´]/g, ' ')
    .match(/[\p{L}\p{N}]+/gu)
  const words = (plain ?? []).map((word) => word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u'))
  const telling = words.filter((word) => !legalForms.has(word) && !small.has(word))
  return [...new Set(telling.length > 0 ? telling : words)]
}

/** The host of a web address without `www.`, or null for what is no address. */
export function hostOf(website: string): string | null {
  const host = URL.parse(website)
    ?.hostname.toLowerCase()
    .replace(/^www\d?\./, '')
  return host?.includes('.') ? host : null
}

/** The host where the address is a site's front page; null for a page within a site that many may share. */
export function ownHost(website: string | null): string | null {
  const address = website ? URL.parse(website) : null
  if (!address || !/^\/?(index\.\w+|[a-z]{2}\/?|home\/?)?$/i.test(address.pathname) || address.search) return null
  return hostOf(address.href)
}

/** A place as it is compared: folded, without district numbers and what stands in brackets. */
export function placeOf(city: string): string {
  return folded(city)
    .replace(/\(.*?\)|\d+|cedex/g, ' ')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ue/g, 'u')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}
