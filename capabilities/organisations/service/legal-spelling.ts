/** How forms of company and association are written where they stand in capitals. */
const spellings: Readonly<Record<string, string>> = {
  AG: 'AG',
  ASBL: 'ASBL',
  BV: 'BV',
  DOO: 'd.o.o.',
  EV: 'e.V.',
  GGMBH: 'gGmbH',
  GMBH: 'GmbH',
  KFT: 'Kft.',
  LDA: 'Lda.',
  LTD: 'Ltd',
  MBH: 'mbH',
  NV: 'NV',
  OY: 'Oy',
  SA: 'SA',
  SARL: 'SARL',
  SAS: 'SAS',
  SCOOP: 'S.Coop.',
  SHPK: 'SH.P.K.',
  SL: 'S.L.',
  SLU: 'S.L.U.',
  SPA: 'S.p.A.',
  SRL: 'S.r.l.',
  SRO: 's.r.o.',
  VZW: 'vzw',
}

/** A form of company as it is usually written; undefined for any other word. */
export function legalSpelling(word: string): string | undefined {
  const bare = word.replaceAll('.', '').toUpperCase()
  return Object.hasOwn(spellings, bare) ? spellings[bare] : undefined
}
