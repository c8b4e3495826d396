import { checkConcepts, type Finding } from './check.ts'
import type { Concept } from './concept.ts'
import type { ConceptRecord } from './vocabulary-file.ts'
import { conceptsOf } from './vocabulary-file.ts'

export interface ImportedVocabulary {
  concepts: Concept[]
  /** What an operator should look at: links to nothing, cycles, labels two concepts prefer. */
  findings: Finding[]
}

/** What a vocabulary of others need not have: all eight languages, our way of writing ids, labels of one meaning. */
const OTHERS_OWN = new Set<Finding['code']>(['missing-label', 'odd-id', 'ambiguous-label', 'unreadable-label'])

/**
 * A vocabulary from a table (CSV as RFC 4180 has it, commas or semicolons between) with a line for each concept and
 * language and the columns `id`, `language`, `label` and, if it has them, `altLabels`, `broader` and `related`, several in
 * one cell parted by `|` or a line end, as ESCO's own tables part them.
 * @param area what the concepts are marked with
 * @throws RangeError naming the columns that are missing
 */
export function csvVocabulary(area: string, text: string): ImportedVocabulary {
  const [head = [], ...rows] = csvRows(text)
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = ['id', 'language', 'label'].filter((name) => !names.includes(name))
  if (missing.length > 0) throw new RangeError(`columns missing: ${missing.join(', ')}`)
  const records = new Map<string, Collected>()
  for (const row of rows) {
    const cell = (name: string): string => row[names.indexOf(name)]?.trim() ?? ''
    const id = cell('id')
    const label = cell('label')
    if (id === '' || label === '') continue
    const record = records.get(id) ?? { id, labels: {}, broader: new Set(), related: new Set() }
    const language = cell('language').toLowerCase().slice(0, 2)
    record.labels[language] = [...new Set([...(record.labels[language] ?? []), label, ...several(cell('altlabels'))])]
    for (const one of several(cell('broader'))) record.broader.add(one)
    for (const one of several(cell('related'))) record.related.add(one)
    records.set(id, record)
  }
  const concepts = conceptsOf(
    area,
    [...records.values()].map(
      ({ id, labels, broader, related }): ConceptRecord => ({
        id,
        labels,
        broader: [...broader],
        related: [...related],
      }),
    ),
  )
  return { concepts, findings: checkConcepts(concepts).filter(({ code }) => !OTHERS_OWN.has(code)) }
}

interface Collected {
  id: string
  labels: Record<string, readonly string[]>
  broader: Set<string>
  related: Set<string>
}

function several(cell: string): string[] {
  return cell
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function csvRows(text: string): string[][] {
  const rows: string[][] = []
  const comma = /^[^\n"]*;/.test(text) && !/^[^\n";]*,/.test(text) ? ';' : ','
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = (): void => {
    row.push(cell)
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
    cell = ''
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  for (let at = 0; at < body.length; at++) {
    const letter = body[at] ?? ''
    if (quoted && letter === '"' && body[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (quoted) cell += letter
    else if (letter === comma) {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') endRow()
    else if (letter !== '\r') cell += letter
  }
  endRow()
  return rows
}
