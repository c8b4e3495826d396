import { expect, test } from 'vitest'
import { fileKey, isKey } from './key.ts'

test('keys can neither leave the store nor hide in it', () => {
  expect(isKey(fileKey('0198f3a2-7c1e-7000-8000-0123456789ab'))).toBe(true)
  for (const key of ['', '/a', 'a/', 'a//b', '..', 'a/../b', 'a/.b', '.unfinished/a', 'A', 'a\\b', 'a\0', 'a\n'])
    expect(isKey(key), JSON.stringify(key)).toBe(false)
})
