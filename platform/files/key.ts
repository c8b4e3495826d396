const part = '[a-z0-9][a-z0-9-]*'
const pattern = new RegExp(`^${part}(/${part})*$`)

/** Whether a key can be neither a way out of the store nor mistaken for another key by any file system. */
export function isKey(key: string): boolean {
  return key.length <= 200 && pattern.test(key)
}

/** @throws RangeError for a key that is not safe */
export function safeKey(key: string): string {
  if (!isKey(key)) throw new RangeError(`Not a key of the file store: ${JSON.stringify(key)}`)
  return key
}

/** The key of a file: its id, spread over 256 folders by the id's random end. */
export function fileKey(id: string): string {
  return safeKey(`${id.slice(-2)}/${id}`)
}
