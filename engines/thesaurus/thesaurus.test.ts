import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INNOVATION_ECONOMY, innovationThesaurus } from './innovation-economy.ts'
import { LANGUAGES } from './languages.ts'
import cases from './reading-cases.json' with { type: 'json' }
import { createThesaurus } from './thesaurus.ts'
import { conceptsOf } from './vocabulary-file.ts'

describe('a text read', () => {
  it.each(cases)('finds $concepts in $language "$text"', ({ language, text, concepts }) => {
    const found = innovationThesaurus()
      .read(text, language)
      .mentions.flatMap((mention) => mention.concepts)
    for (const concept of concepts) expect(found).toContain(concept)
  })

  it('knows every label of every concept in its own language', () => {
    const thesaurus = innovationThesaurus()
    const unknown: string[] = []
    for (const { id, labels } of INNOVATION_ECONOMY) {
      for (const language of LANGUAGES) {
        for (const label of labels[language] ?? []) {
          const { words, mentions } = thesaurus.read(label, language)
          if (words.every(({ stop }) => stop)) continue
          if (!mentions.some(({ concepts }) => concepts.includes(id))) unknown.push(`${language} ${label}: ${id}`)
        }
      }
    }
    expect(unknown).toEqual([])
  })

  it('keeps labels within a clause', () => {
    const thesaurus = createThesaurus(
      conceptsOf('test', [{ id: 'water-treatment', labels: { en: ['water treatment'] } }]),
    )
    const mentions = (text: string) => thesaurus.read(text, 'en').mentions.length
    expect(mentions('the treatment of waters; water treatments')).toBe(1)
    expect(mentions('water. Treatment')).toBe(0)
  })

  it('takes words in capitals for acronyms, unless the whole text is in capitals', () => {
    const concepts = conceptsOf('test', [{ id: 'us-market', labels: { en: ['US market'] } }])
    const { read } = createThesaurus(concepts)
    expect(read('We know the US market', 'en').mentions).toHaveLength(1)
    expect(read('Find us market stalls', 'en').mentions).toHaveLength(0)
    expect(read('LET US MARKET IT', 'en').mentions).toHaveLength(0)
    expect(read('LET US MARKET IT', 'en').words.map(({ stop }) => stop)).toEqual([false, true, false, true])
  })

  it('tells labels of one stem apart by the words as they are written', () => {
    const concepts = conceptsOf('test', [
      { id: 'care', labels: { en: ['hospital', 'ward'] } },
      { id: 'tourism', labels: { en: ['hospitality', 'ward'] } },
    ])
    const meant = (text: string) => createThesaurus(concepts).read(text, 'en').mentions[0]?.concepts
    expect(meant('a Hospital')).toEqual(['care'])
    expect(meant('hospitality')).toEqual(['tourism'])
    expect(meant('hospitals')).toEqual(['care', 'tourism'])
    expect(meant('ward')).toEqual(['care', 'tourism'])
  })

  it('marks what only a part of a compound stands for', () => {
    const concepts = conceptsOf('test', [
      { id: 'storage', labels: { de: ['Speicher'] } },
      { id: 'battery', labels: { de: ['Batterie'] } },
      { id: 'waste-water', labels: { de: ['Abwasser'] } },
    ])
    const read = createThesaurus(concepts).read('Batteriespeicher und Abwasser', 'de')
    expect(read.mentions.map(({ concepts: [concept], partial }) => [concept, partial])).toEqual([
      ['battery', true],
      ['storage', true],
      ['waste-water', false],
    ])
  })

  it('points at words of the text whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('software', 'yazılım', '. ', ' testing'))),
        fc.constantFrom(...LANGUAGES, 'nl', ''),
        (pieces, language) => {
          const text = pieces.join('')
          const { tokens, words, mentions } = innovationThesaurus().read(text, language)
          expect(words).toHaveLength(tokens.length)
          for (const { start, end, surface } of [...tokens, ...mentions]) expect(text.slice(start, end)).toBe(surface)
        },
      ),
    )
  })
})

describe('words', () => {
  const stemOf = (language: string, surface: string) => innovationThesaurus().words(language).word(surface).stem

  it.each([
    ['de', 'Prüfungen', 'Pruefungen'],
    ['de', 'Prüfung', 'PRÜFUNG'],
    ['fr', 'énergies', 'energies'],
    ['es', 'automatización', 'automatizacion'],
    ['ro', 'producție', 'productie'],
    ['ro', 'producţie', 'producție'],
    ['tr', 'IŞIK', 'ışık'],
    ['tr', 'suyun', 'su'],
    ['tr', 'ipliği', 'iplik'],
    ['tr', 'bataryaların', 'batarya'],
    ['sv', 'återvinning', 'atervinning'],
    ['en', 'batteries', 'battery'],
  ])('are one in %s: %s and %s', (language, one, other) => {
    expect(stemOf(language, one)).toBe(stemOf(language, other))
  })

  it.each(['yonca yosun', 'gıda giyim', 'veri ver', 'hasta hastane'])('are two in Turkish: %s', (pair) => {
    const [one = '', other = ''] = pair.split(' ')
    expect(stemOf('tr', one)).not.toBe(stemOf('tr', other))
  })

  it('are not skipped for looking like a stop word typed without its diacritics', () => {
    const { words } = innovationThesaurus().read('su ve şu', 'tr')
    expect(words.map(({ stop }) => stop)).toEqual([false, true, true])
  })

  it('are the same however their letters are composed', () => {
    for (const language of LANGUAGES) expect(stemOf(language, 'é'.normalize('NFD'))).toBe(stemOf(language, 'é'))
  })
})

describe('translations', () => {
  const concepts = conceptsOf('test', [
    { id: 'waste-water', labels: { en: ['waste water'], de: ['Abwasser'], fr: ['eaux usées'] } },
    { id: 'drinking-water', labels: { en: ['drinking water'], de: ['Trinkwasser'], fr: ['eau potable'] } },
    { id: 'waste-heat', labels: { en: ['waste heat'], de: ['Abwärme'], fr: ['chaleur perdue'] } },
  ])
  const { translations, words } = createThesaurus(concepts)
  const stemOf = (language: string, surface: string) => words(language).word(surface).stem
  const french = (stem: string) => translations(stem, 'en').filter(({ language }) => language === 'fr')

  it('are the words that stand in the labels of the same concepts, by how seldom they stand elsewhere', () => {
    // Water and eau are in the same two concepts; usées is in one of them.
    expect(french('water')[0]).toEqual({ language: 'fr', stem: stemOf('fr', 'eaux'), likeness: 1 })
    expect(french('water')[1]?.likeness).toBeCloseTo(2 / 3, 12)
    expect(french('heat').map(({ stem }) => stem)).toEqual([stemOf('fr', 'chaleur'), stemOf('fr', 'perdue')])
    expect(translations('water', 'en').some(({ language }) => language === 'en')).toBe(false)
    expect(translations('bread', 'en')).toEqual([])
  })

  it('are the same when they were made ready before', () => {
    const prepared = createThesaurus(concepts)
    expect([...prepared.prepare()].length).toBeGreaterThan(0)
    expect(prepared.translations('water', 'en')).toEqual(translations('water', 'en'))
  })
})

describe('neighbours', () => {
  const { graph } = createThesaurus(
    conceptsOf('test', [
      { id: 'a', labels: {} },
      { id: 'b', broader: ['a'], related: ['z'], labels: {} },
      { id: 'c', broader: ['b'], labels: {} },
      { id: 'd', broader: ['c', 'missing'], labels: {} },
      { id: 'z', labels: { en: ['zinc'] } },
    ]),
  )

  it('are those within two steps up or down, and those related either way', () => {
    const seen = (id: string) =>
      graph.neighbours(id).map(({ concept, relation, steps }) => `${concept} ${relation} ${steps}`)
    expect(seen('a')).toEqual(['a same 0', 'b narrower 1', 'c narrower 2'])
    expect(seen('d')).toEqual(['d same 0', 'c broader 1', 'b broader 2'])
    expect(seen('z')).toEqual(['z same 0', 'b related 1'])
    expect(seen('missing')).toEqual([])
  })

  it('are named in the language asked, else in English, else by id', () => {
    expect(graph.label('z', 'tr')).toBe('zinc')
    expect(graph.label('a', 'tr')).toBe('a')
  })
})
