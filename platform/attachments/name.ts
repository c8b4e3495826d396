import type { Kind } from './kinds.ts'

const MAX_LENGTH = 120

/** The ending of a file's name, in lower case, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/**
 * A name that is safe on every system and in every header: without folders, control characters or characters that turn
 * the direction of writing, at most 120 characters long, with an ending that tells what the file is.
 */
export function safeName(name: string, kind: Kind): string {
  const own = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = own
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = endingOf(clean)
  const kept = kind.endings.includes(ending) ? ending : kind.endings[0]
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean
  const short = Array.from(stem.replace(/[.\s]+$/, '')).slice(0, MAX_LENGTH - kept.length - 1)
  return `${short.join('') || 'file'}.${kept}`
}
