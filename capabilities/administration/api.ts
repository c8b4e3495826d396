import { auditApi } from './api/audit.ts'
import { jobsApi } from './api/jobs.ts'
import { mailApi } from './api/mail.ts'
import { siteApi } from './api/site.ts'

/** What is done to run the site. */
export const administrationApi = { mail: mailApi, jobs: jobsApi, audit: auditApi, site: siteApi }
