import { mailApi } from './api/mail.ts'

/** What is done to run the site. */
export const administrationApi = { mail: mailApi }
