import { Problem } from '#platform/errors.ts'
import { organisationTypeIds } from '../../vocabularies/organisation-types.ts'
import { sizeIds } from '../../vocabularies/sizes.ts'
import type { Candidate, RowProblem, RowRepair } from '../schema.ts'
import { blank, countryOf, fitted, type ParsedRow, websiteOf } from './import-candidate.ts'
import { calmed, calmedPlace } from './import-capitals.ts'
import { erasmusCode } from './import-eche.ts'
import { isDamaged, type Lexicon } from './import-repair.ts'
import { recordsOf, type Table } from './import-table.ts'

/** How columns are headed in membership lists, folded, by the field they are. */
const headings: [field: string, pattern: RegExp][] = [
  ['country', /^(country( code)?|pays|code pays|land|landercode|pais|paese|kraj|zeme|orszag|maa|ulke|tara|drzava)$/],
  ['pic', /^pic( number| code)?$/],
  ['oid', /^(oid|organisation id)$/],
  ['erasmusCode', /erasmus/],
  ['ror', /^ror( id)?$/],
  ['vat', /^(vat|tva|ust|nif|cif|piva|nip|btw|iva|partita|steuer)|vat (number|no|id)|numero de tva|ust ?id/],
  ['displayName', /^(short name|brand|display name|nom court|kurzname|nombre corto|nome breve|known as)$/],
  ['otherNames', /^(acronym|acronyme|sigle|abkurzung|siglas?|acronimo|other names?|alias)$/],
  [
    'legalName',
    /^((company|organi[sz]ation|legal|member|institution|official|full)s?( name)?|names?|nom|raison sociale|nom de l (entreprise|organisation)|entreprise|firma|firmenname|unternehmen|mitglied|organisation|nombre|razon social|empresa|entidad|nome|ragione sociale|azienda|nazwa|firma|nazev|nev|naam|bedrijf|namn|navn|denumire|ad|unvan)$/,
  ],
  [
    'city',
    /^(city|town|ville|commune|stadt|ort|ciudad|localidad|municipio|citta|comune|cidade|miasto|mesto|varos|plaats|stad|ort|by|oras|sehir)$/,
  ],
  ['address', /^(address|street|adresse|rue|strasse|direccion|indirizzo|endereco|adres|ulica|cim|straat)/],
  ['website', /web|^(url|site|site internet|homepage|pagina|internet|www)$/],
  ['contactEmail', /mail|courriel|correo/],
  ['foundedYear', /found|creation|grundung|fundacion|fondazione|established|year|annee|jahr|ano de/],
  ['staff', /staff|employees|effectif|salaries|mitarbeiter|empleados|dipendenti|beschaftigte|headcount/],
  ['size', /^(size|taille|grosse|tamano|dimensione|company size|categorie)$/],
  ['organisationType', /^(type|organi[sz]ation type|category|kategorie|art|tipo|forme)$/],
  ['nuts', /^nuts/],
  ['competences', /competenc|keywords|expertise|kompetenz|mots cles|palabras|sector|secteur|branche|activit/],
]

const heading = (column: string) =>
  column
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Suggests which field each column is, from how it is headed; each field once. */
export function suggestMapping(columns: readonly string[]): Record<string, string> {
  const taken = new Set<string>()
  return Object.fromEntries(
    columns.map((column) => {
      const fits = headings.find(([field, pattern]) => !taken.has(field) && pattern.test(heading(column)))
      if (fits) taken.add(fits[0])
      return [column, fits?.[0] ?? '']
    }),
  )
}

/** Columns and rows of a member list; its header is the first row with at least two filled cells. @throws Problem */
export function readMembers(table: Table) {
  const found = recordsOf(table, (cells) => cells.filter(Boolean).length >= 2)
  if (!found || found.records.length === 0) throw new Problem('invalid', 'organisations:errors.importEmpty')
  return found
}

/** Parses the rows of a member list by a mapping of its columns. */
export function* parseMembers(
  records: Iterable<{ line: number; raw: Record<string, string> }>,
  mapping: Record<string, string>,
  lexicon: Lexicon,
): Generator<ParsedRow> {
  const columns = Object.entries(mapping).filter(([, field]) => field)
  for (const { line, raw } of records) {
    const problems: RowProblem[] = []
    const repairs: RowRepair[] = []
    const values: Record<string, string> = {}
    for (const [column, field] of columns) values[field] ||= raw[column]?.replace(/\s+/g, ' ').trim() ?? ''
    yield { line, raw, parsed: member(values, lexicon, problems, repairs), problems, repairs }
  }
}

function member(
  values: Record<string, string>,
  lexicon: Lexicon,
  problems: RowProblem[],
  repairs: RowRepair[],
): Candidate | null {
  const written = values.country ?? ''
  const country = countryOf(written)
  if (!country) problems.push({ code: written ? 'countryUnknown' : 'countryMissing', value: written })
  const given = values.legalName || values.displayName || ''
  if (!given) problems.push({ code: 'nameMissing' })
  if (!country || !given) return null
  const text = (field: string, from: string) => {
    if (!isDamaged(from)) return from
    const to = lexicon.repair(country, from, Object.values(values))
    if (to !== from) repairs.push({ field, from, to })
    if (isDamaged(to)) problems.push({ code: 'charactersLost', field, value: to })
    return to
  }
  const legalName = text('legalName', given)
  const list = (field: string) => [
    ...new Set(
      (values[field] ?? '')
        .split(/[;,|]/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ]
  const number = (field: string) =>
    /^\d[\d\s.']*$/.test(values[field] ?? '') ? Number((values[field] ?? '').replace(/\D/g, '')) : null
  const known = (field: string, clean: (text: string) => string, pattern: RegExp) => {
    const value = clean(values[field] ?? '')
    if (value && !pattern.test(value)) problems.push({ code: 'fieldUnusable', field, value: values[field] ?? '' })
    return pattern.test(value) ? value : null
  }
  const website = websiteOf(values.website ?? '')
  if (values.website && !website) problems.push({ code: 'websiteUnreadable', field: 'website', value: values.website })
  const type = values.organisationType?.toUpperCase()
  const size = values.size?.toLowerCase()
  const staff = number('staff')
  return fitted(
    {
      ...blank,
      legalName,
      displayName: calmed(text('displayName', values.displayName || legalName)),
      otherNames: list('otherNames').slice(0, 20),
      organisationType: organisationTypeIds.find((id) => id === type) ?? typeByName(legalName, type ?? ''),
      size: sizeIds.find((id) => id === size) ?? null,
      staff,
      country,
      city: calmedPlace(text('city', values.city ?? '')),
      address: text('address', values.address ?? ''),
      website,
      foundedYear: number('foundedYear'),
      pic: known('pic', (value) => value.replace(/\D/g, ''), /^\d{9}$/),
      oid: known('oid', (value) => value.replace(/\s/g, '').toUpperCase(), /^E\d{8}$/),
      erasmusCode: values.erasmusCode ? erasmusCode(values.erasmusCode, country) : null,
      vat: values.vat ? values.vat.replace(/[\s.-]/g, '').toUpperCase() : null,
      ror: known('ror', (value) => value.toLowerCase().replace(/^.*\//, ''), /^0[a-z0-9]{8}$/),
      competences: list('competences').slice(0, 40),
      contactEmail: values.contactEmail?.split(/[;,\s]+/)[0]?.toLowerCase() || null,
      nuts: known('nuts', (value) => value.toUpperCase(), /^[A-Z]{2}[0-9A-Z]{0,3}$/),
    },
    problems,
  )
}

/** The kind of organisation as far as its name or a word in the list says it; a company where nothing does. */
function typeByName(name: string, type: string): Candidate['organisationType'] {
  const text = heading(`${name} ${type}`)
  if (/universi|hochschule|polite[ck]hni|politecnico|fachhochschule|college|lycee|haute ecole/.test(text)) return 'HES'
  if (/institut|research|recherche|forschung|fraunhofer|centro tecnologico|laborator/.test(text)) return 'REC'
  if (/minist|municip|ayuntamiento|stadt |city of|ville de|region |provinc|comune di/.test(text)) return 'PUB'
  if (
    /verein|verband|association|asociacion|chamber|kammer|camara|chambre|cluster|foundation|fundacion|stiftung/.test(
      text,
    )
  )
    return 'OTH'
  return 'PRC'
}
