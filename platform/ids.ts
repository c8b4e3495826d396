import { createHash, randomBytes } from 'node:crypto'
import { v5, v7 } from 'uuid'

/** A new identifier: UUID version 7 (RFC 9562), so that rows made later sort later. */
export function newId(): string {
  return v7()
}

const NAMESPACE = '5f0a8a6e-5c0e-5b5e-9a55-2f6f1c2f7b11'

/**
 * The same identifier for the same name, always: UUID version 5. For rows that are made again and again from the same
 * source, such as the demonstration world.
 */
export function namedId(name: string): string {
  return v5(name, NAMESPACE)
}

/** A secret of 256 random bits in URL-safe base 64. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a text, hexadecimal: how secrets are kept and looked up. */
export function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
