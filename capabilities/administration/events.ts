import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'

const aboutJob = z.object({ job: z.string(), task: z.string() })

export const jobRetried = defineEvent('job.retried', aboutJob)
export const jobDropped = defineEvent('job.dropped', aboutJob)
