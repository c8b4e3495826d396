import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compiled, compileKernel } from './build-kernel.ts'

it('the compiled kernel is that of its sources: otherwise run `npm run build:kernel`', async () => {
  expect(readFileSync(compiled, 'utf8')).toBe(await compileKernel())
})
