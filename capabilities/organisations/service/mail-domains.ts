import { invalidField } from '#platform/errors.ts'
import { hostOf } from './names.ts'

/** Mail providers that anybody may have an address with: such an address says nothing of an organisation. */
const publicMail = new RegExp(
  `^(${[
    'gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|zoho|mail|email|hey|fastmail|tutanota|tuta',
    'proton|protonmail|pm|gmx|web|t-online|freenet|arcor|posteo|mailbox|orange|wanadoo|free|laposte|sfr|bbox|libero',
    'virgilio|tiscali|alice|wp|o2|onet|interia|seznam|centrum|azet|telefonica|terra|sapo|abv|mynet|yandex|ukr',
    'bluewin|hispeed|telenet|skynet|ziggo|kpnmail|xs4all|btinternet|sky|virginmedia',
  ].join(
    '|',
  )})\\.(com?|net|org|me|eu|de|fr|it|es|pt|pl|cz|sk|at|ch|be|nl|ie|uk|co\\.uk|bg|ro|tr|com\\.tr|com\\.br|ru|ua|se|dk|no|fi|gr|hu|io)$`,
)

/** Whether anybody may have an address there, so that it says nothing of where a person works. */
export function isPublicMailDomain(domain: string): boolean {
  return publicMail.test(domain.toLowerCase())
}

/** Whether a person's address is at the organisation's own domain: its website's, or one it lists. */
export function addressBelongs(
  email: string,
  { website, emailDomains }: { website: string | null; emailDomains: readonly string[] },
): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (isPublicMailDomain(domain)) return false
  const own = [...emailDomains, website ? hostOf(website) : null]
  return own.some((name) => name !== null && (domain === name || domain.endsWith(`.${name}`)))
}

/** @throws Problem `invalid` for a domain at which anybody may have an address */
export function refusePublicMail(field: string, domains: readonly string[] = []): void {
  const domain = domains.find(isPublicMailDomain)
  if (domain) throw invalidField(field, 'organisations:errors.publicMailDomain', { domain })
}
