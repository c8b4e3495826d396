import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from './language-cases.json' with { type: 'json' }
import { detectLanguage } from './language-detection.ts'

describe('detectLanguage', () => {
  it.each(cases)('takes "$text" for $language', ({ text, language }) => {
    const detection = detectLanguage(text)
    expect(detection.language).toBe(language)
    expect(detection.confidence > 0).toBe(language !== 'unknown')
  })

  it('reads capitals by the rules of Turkish', () => {
    expect(detectLanguage('ATIK SU ARITMA TESİSLERİ İÇİN ORTAK ARIYORUZ').language).toBe('tr')
  })

  it('reads decomposed letters as composed ones', () => {
    const text = 'Återvinning av batterier i pilotskala'
    expect(detectLanguage(text.normalize('NFD'))).toEqual(detectLanguage(text))
  })

  it('gives an answer with a confidence from 0 to 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { language, confidence } = detectLanguage(text)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(confidence === 0).toBe(language === 'unknown')
      }),
    )
  })
})
