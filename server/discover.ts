import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '#platform/jobs/jobs.ts'
import { housekeeping } from './housekeeping.ts'

const root = join(import.meta.dirname, '..')

/** Every background job, found by its place: the `jobs` that a `jobs.ts` exports. */
export async function allJobs(): Promise<Job[]> {
  const files = globSync('{platform,capabilities}/*/jobs.ts', { cwd: root }).sort()
  const modules: { jobs?: readonly Job[] }[] = await Promise.all(files.map((file) => import(join(root, file))))
  return [...housekeeping, ...modules.flatMap((module) => module.jobs ?? [])]
}
