import { useTranslation } from 'react-i18next'
import { Icon } from '#ui/icon.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import { languageName } from '../../vocabularies/languages.ts'
import type { Condition } from '../schema.ts'

/** What each of the two is, for sentences about them. */
export interface Sides {
  own: 'need' | 'offer' | 'profile'
  theirs: 'need' | 'offer' | 'profile'
}

const icons = { held: 'check', failed: 'stop', unknown: 'help' } as const
const colours = { held: 'text-success', failed: 'text-danger', unknown: 'text-ink-soft' } as const
/** What is worth telling only where it fails. */
const silent: readonly string[] = ['own-organisation', 'side']

/** What either side asks of the other, and whether it is so. */
export function ConditionList({ conditions, sides }: { conditions: readonly Condition[]; sides: Sides }) {
  const { t } = useTranslation('matches')
  const sentence = useConditionSentence(sides)
  const told = conditions.filter(({ code, outcome }) => outcome === 'failed' || !silent.includes(code))
  if (told.length === 0) return <p className="text-ink-soft">{t('condition.none')}</p>
  return (
    <ul className="grid gap-1">
      {told.map((condition) => (
        <li key={`${condition.code} ${condition.by}`} className="flex gap-2">
          <span className={`mt-0.5 ${colours[condition.outcome]}`}>
            <Icon name={icons[condition.outcome]} label={t(`condition.outcome.${condition.outcome}`)} />
          </span>
          <span>{sentence(condition)}</span>
        </li>
      ))}
    </ul>
  )
}

function useConditionSentence({ own, theirs }: Sides): (condition: Condition) => string {
  const { t, i18n } = useTranslation('matches')
  const { t: v } = useTranslation('vocabularies')
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' })
  const all = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  const named = (code: Condition['code'], value: string) => {
    if (code === 'countries') return countryName(value, i18n.language)
    if (code === 'languages') return languageName(value, i18n.language)
    if (code === 'partner-types') return v(`partnerType.${value}`)
    if (code === 'sizes') return v(`size.${value}`)
    return value
  }
  return ({ code, by, outcome, asked, found }) => {
    if (code === 'own-organisation') return t('condition.sameOrganisation')
    if (code === 'side') return t(`condition.sameSide.${own}`)
    if (code === 'deadline')
      return t(outcome === 'held' ? 'condition.stillOpen' : 'condition.closed', {
        date: day.format(new Date(found[0] ?? 0)),
      })
    const [asker, other] = by === 'own' ? [own, theirs] : [theirs, own]
    const text = (values: readonly string[], format: Intl.ListFormat) =>
      code === 'trl' ? levels(values) : format.format(values.map((value) => named(code, value)))
    const said = found.length > 0 && outcome !== 'unknown'
    return t(said ? 'condition.asks' : 'condition.asksUnsaid', {
      what: t(`condition.code.${code}`),
      asker: t(`condition.asker.${asker}`),
      other: t(`condition.other.${other}`),
      asked: text(asked, list),
      found: text(found, all),
    })
  }
}

function levels([least, most]: readonly string[]): string {
  return least === most ? `${least}` : `${least}–${most}`
}
