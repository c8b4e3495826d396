import { fileTypeFromBuffer } from 'file-type'
import { isSoundArchive } from './archive.ts'
import { type Kind, kinds } from './kinds.ts'
import { endingOf } from './name.ts'

/**
 * What the bytes are, from the bytes: the name only tells plain text from its dialects, which look alike.
 * Undefined for everything that is not accepted.
 */
export async function sniff(name: string, bytes: Uint8Array): Promise<Kind | undefined> {
  if (isZip(bytes)) {
    // Its directory is read before anything unpacks it.
    if (!isSoundArchive(bytes)) return undefined
    const found = await typeOf(bytes)
    return kinds.find(({ type, family }) => type === found && family === 'office')
  }
  const found = await typeOf(bytes)
  if (found) return kinds.find(({ type, family }) => type === found && family !== 'office')
  const ending = endingOf(name)
  const text = kinds.find(({ endings, family }) => family === 'text' && endings.includes(ending))
  return text && isPlainText(bytes) ? text : undefined
}

async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Some UTF-8 without control characters that does not begin as markup would: a browser finds no page in it. */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return bytes.length > 0 && !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^\s*<[a-z!?]/i.test(text)
  } catch {
    return false
  }
}
