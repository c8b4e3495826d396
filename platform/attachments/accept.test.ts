import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Problem } from '../errors.ts'
import { examine } from './accept.ts'
import { archive, openDocument } from './test-archive.ts'

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function refusal(work: Promise<unknown>): Promise<string> {
  const problem = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(problem instanceof Problem)) throw new Error(`not refused: ${problem}`)
  return problem.said.key.replace('platform:errors.', '')
}

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })

test.each([
  ['minutes.txt', 'Réunion\r\n\tà 14 h\n', 'text/plain'],
  ['partners.CSV', '\ufeffname;country\nÉcole;FR\n', 'text/csv'],
  ['notes.md', '# Notes\n', 'text/markdown'],
])('%s is text', async (name, text, type) => {
  expect((await examine({ name, bytes: Buffer.from(text) })).type).toBe(type)
})

test.each([
  ['latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
  ['binary.txt', Buffer.from('a\0b')],
  ['page.txt', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
  ['page.md', Buffer.from(' \n<script>alert(1)</script>')],
  ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['drawing.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['page.html', Buffer.from('<p>Hello')],
  ['program.pdf', Buffer.from('MZ\x90\0\x03\0\0\0')],
  ['script.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['empty.txt', Buffer.alloc(0)],
])('%s is refused', async (name, bytes) => {
  expect(await refusal(examine({ name, bytes }))).toBe('fileType')
})

test('the bytes say what a file is, whatever its name says', async () => {
  expect(await examine({ name: 'picture.png', bytes: pdf })).toMatchObject({
    type: 'application/pdf',
    name: 'picture.pdf',
    width: null,
  })
})

test('a workbook of a real spreadsheet program is accepted unchanged', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Budget').addRow(['Travel', 1200])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const kept = await examine({ name: 'budget.xlsx', bytes })
  expect(kept.type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(kept.bytes).toEqual(bytes)
})

test('documents of both office families are recognised inside their archives', async () => {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${docx}.main+xml"/></Types>`
  const word = archive([
    { name: '[Content_Types].xml', bytes: types },
    { name: 'word/document.xml', bytes: '<w:document/>' },
  ])
  expect((await examine({ name: 'plan.docx', bytes: word })).type).toBe(docx)
  expect((await examine({ name: 'plan', bytes: openDocument() })).name).toBe('plan.odt')
})

test.each([
  ['that is no office document', archive([{ name: 'readme.txt', bytes: 'hello' }])],
  ['cut short', openDocument().subarray(0, -1)],
  ['with something behind it', Buffer.concat([openDocument(), Buffer.from('more')])],
  ['that unpacks to far too much', openDocument({ name: 'content.xml', bytes: '', unpacked: 400_000_000 })],
  ['with a name that leads out', openDocument({ name: '../../etc/passwd', bytes: '' })],
  ['with an absolute name', openDocument({ name: '/etc/passwd', bytes: '' })],
  ['with macros', openDocument({ name: 'word/vbaProject.bin', bytes: '' })],
  ['that is encrypted', openDocument({ name: 'content.xml', bytes: '', flags: 1 })],
  ['of endlessly many entries', openDocument(...Array(5_000).fill({ name: 'a', bytes: '' }))],
])('an archive %s is refused', async (_, bytes) => {
  expect(await refusal(examine({ name: 'plan.odt', bytes }))).toBe('fileType')
})

test('a photograph stands upright and tells nothing about where it was taken', async () => {
  const secret = 'Rue de la Loi 175'
  const taken = await plain(40, 20)
    .jpeg()
    .withExif({ IFD0: { ImageDescription: secret }, IFD3: { GPSLatitude: '50/1 50/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect(taken.includes(secret)).toBe(true)
  const kept = await examine({ name: 'IMG_0001.JPG', bytes: taken })
  expect(kept).toMatchObject({ name: 'IMG_0001.jpg', type: 'image/jpeg', width: 20, height: 40 })
  expect(Buffer.from(kept.bytes).includes(secret)).toBe(false)
  const { exif, xmp, iptc, orientation } = await sharp(kept.bytes).metadata()
  expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
})

test.each(['png', 'webp', 'avif'] as const)('a picture stays %s', async (format) => {
  const kept = await examine({ name: 'logo', bytes: await plain(8, 6).toFormat(format).toBuffer() })
  expect(kept).toMatchObject({ name: `logo.${format}`, type: `image/${format}`, width: 8, height: 6 })
  expect((await sharp(kept.bytes).metadata()).width).toBe(8)
})

test('a GIF becomes a WebP that moves as it did', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 6, channels: 3, background } })
      .png()
      .toBuffer()
  const gif = await sharp([await frame('#c33'), await frame('#3c3')], { join: { animated: true } })
    .gif({ delay: [100, 200] })
    .toBuffer()
  const kept = await examine({ name: 'wave.gif', bytes: gif })
  expect(kept).toMatchObject({ name: 'wave.webp', type: 'image/webp', width: 8, height: 6 })
  const { pages, delay } = await sharp(kept.bytes, { animated: true }).metadata()
  expect([pages, delay]).toEqual([2, [100, 200]])
})

test('a picture that breaks off is refused', async () => {
  const whole = await plain(200, 200).png({ compressionLevel: 0 }).toBuffer()
  expect(await refusal(examine({ name: 'a.png', bytes: whole.subarray(0, 2000) }))).toBe('notAnImage')
})

test('a small file that unfolds into a giant picture is refused', async () => {
  const bomb = await plain(10_000, 6_000).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await refusal(examine({ name: 'a.png', bytes: bomb }))).toBe('tooManyPixels')
})

test('where a picture is wanted, nothing else will do', async () => {
  expect(await refusal(examine({ name: 'logo.png', bytes: pdf }, 'picture'))).toBe('notAnImage')
})

test('weighs at most 20 MB, a picture 10', async () => {
  const heavy = (head: Uint8Array, size: number) => Buffer.concat([head], size)
  const png = await plain(4, 4).png().toBuffer()
  expect(await refusal(examine({ name: 'a.pdf', bytes: heavy(pdf, 20_000_001) }))).toBe('tooLarge')
  expect((await examine({ name: 'a.pdf', bytes: heavy(pdf, 20_000_000) })).bytes).toHaveLength(20_000_000)
  expect(await refusal(examine({ name: 'a.png', bytes: heavy(png, 10_000_001) }))).toBe('tooLarge')
})
