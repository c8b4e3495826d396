import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'
import { reasons, subjects } from './schema.ts'

/** What every event tells; never who is reported, nor in which words. On the site's trail, which moderators alone read. */
const about = z.object({
  report: z.uuid(),
  about: z.enum(subjects),
  subject: z.uuid(),
  reason: z.enum(reasons),
})

export const reportMade = defineEvent('report.made', about)
export const reportSettled = defineEvent('report.settled', about)
