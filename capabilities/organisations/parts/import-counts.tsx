import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { importOutcomes } from './choices.tsx'
import type { Import } from './import-state.tsx'

/** What becomes of a file's rows, in numbers that open into the rows. */
export function ImportCounts({ given }: { given: Import }) {
  const { t, i18n } = useTranslation('organisations')
  const number = new Intl.NumberFormat(i18n.language)
  const here = `/imports/${given.id}`
  const taken = given.state === 'done' || given.state === 'undone' || given.state === 'undoing'
  const shown = importOutcomes.filter((outcome) => (given.counts[outcome] ?? 0) > 0)
  const problems = Object.entries(given.problems).sort(([, a], [, b]) => b - a)
  const undone = Object.entries(given.undoing).sort(([, a], [, b]) => b - a)
  return (
    <Section title={taken ? t('imports.outcomeDone') : t('imports.outcomePreview')}>
      <Stats>
        <Stat
          value={number.format(given.total)}
          label={t('imports.rows', { count: given.total })}
          to={`${here}#rows`}
        />
        {shown.map((outcome) => (
          <Stat
            key={outcome}
            value={number.format(given.counts[outcome] ?? 0)}
            label={t(`imports.outcome.${outcome}.label`)}
            note={t(`imports.outcome.${outcome}.hint`)}
            to={`${here}?outcome=${outcome}#rows`}
          />
        ))}
        {given.repaired > 0 && (
          <Stat
            value={number.format(given.repaired)}
            label={t('imports.repaired')}
            note={t('imports.repairedHint')}
            to={`${here}?repaired=true#rows`}
          />
        )}
      </Stats>
      {problems.length > 0 && (
        <>
          <h3 className="mt-6">{t('imports.problems')}</h3>
          <ul>
            {problems.map(([code, count]) => (
              <li key={code}>
                <Link to={`${here}?problem=${code}#rows`}>
                  {t(`imports.problem.${code}`)} ({number.format(count)})
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {undone.length > 0 && (
        <>
          <h3 className="mt-6">{t('imports.undoneTitle')}</h3>
          <ul>
            {undone.map(([what, count]) => (
              <li key={what}>{t(`imports.undoneAs.${what}`, { count, number: number.format(count) })}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
