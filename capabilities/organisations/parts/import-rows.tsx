import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { Badge, type Tone } from '#ui/badge.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { ImportOutcome, importRowView } from '../schema.ts'
import { fieldText } from './field-text.tsx'
import { ImportDecision } from './import-decision.tsx'

export type ImportedRow = z.infer<typeof importRowView>

const tones: Record<ImportOutcome, Tone> = {
  new: 'accent',
  merge: 'info',
  suggested: 'info',
  unchanged: 'neutral',
  look: 'warning',
  refused: 'danger',
  skipped: 'neutral',
}

/** Rows of a file: what becomes of each, and why. */
export function ImportRows({ rows, decidable }: { rows: readonly ImportedRow[]; decidable: boolean }) {
  const { t, i18n } = useTranslation('organisations')
  return (
    <DataTable
      caption={t('imports.rowsTitle')}
      hideCaption
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: t('imports.line'), align: 'end', cell: ({ line }) => line },
        {
          key: 'name',
          header: t('members.name'),
          names: true,
          cell: ({ name, there }) =>
            there ? <Link to={`/organisations/${there.slug}`}>{name || there.displayName}</Link> : name,
        },
        {
          key: 'outcome',
          header: t('imports.becomes'),
          cell: ({ outcome, there, name, decision, undone }) => (
            <>
              {outcome && <Badge tone={tones[outcome]}>{t(`imports.outcome.${outcome}.one`)}</Badge>}
              {decision && <div>{t(`imports.decided.${decision}`)}</div>}
              {there && there.displayName !== name && <div className="text-sm">{there.displayName}</div>}
              {undone && <div className="text-sm">{t(`imports.undoneRow.${undone}`)}</div>}
            </>
          ),
        },
        {
          key: 'why',
          header: t('imports.why'),
          cell: (row) => <Why row={row} decidable={decidable} locale={i18n.language} />,
        },
      ]}
    />
  )
}

function Why({ row, decidable, locale }: { row: ImportedRow; decidable: boolean; locale: string }) {
  const { t } = useTranslation('organisations')
  const { problems, repairs, change, outcome, raw } = row
  const fills = Object.entries(change ?? {})
  return (
    <div className="grid gap-2">
      {problems.length > 0 && (
        <ul className="m-0">
          {problems.map(({ code, field, value, sentence }) => (
            <li key={`${code} ${field} ${value}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {outcome === 'look' && <ImportDecision row={row} decidable={decidable} />}
      {repairs.length > 0 && (
        <ul className="m-0 text-sm">
          {repairs.map(({ field, from, to }) => (
            <li key={field}>
              {t(`field.${field}`)}: <del>{from}</del> <ins>{to}</ins>
            </li>
          ))}
        </ul>
      )}
      {outcome !== 'new' && fills.length > 0 && (
        <ul className="m-0 text-sm">
          {fills.map(([field, value]) => (
            <li key={field}>{`${t(`field.${field}`)}: ${fieldText(value, locale)}`}</li>
          ))}
        </ul>
      )}
      <Disclosure summary={t('imports.asInFile')}>
        <dl className="e-facts">
          {Object.entries(raw)
            .filter(([, value]) => value !== '')
            .map(([column, value]) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>{value.slice(0, 300)}</dd>
              </div>
            ))}
        </dl>
      </Disclosure>
    </div>
  )
}
