import { read } from '#platform/procedure.ts'
import { mailPolicy, readableMail } from '../policy.ts'
import { byId, mailPage, mailQuery, mailView } from '../schema.ts'
import { contentsOf, findMessage, listMessages } from '../service/mail.ts'

/** The mail that the site writes. */
export const mailApi = {
  list: read(mailPolicy, 'list', {
    path: 'GET /mail',
    summary: 'List the mail to oneself, or for administrators all of it, newest first',
    input: mailQuery,
    output: mailPage,
    run: async ({ db, input, actor, allow, within }) => {
      allow()
      const { rows, total } = await listMessages(db, within(readableMail(actor)), input)
      return { rows, total, page: input.page, perPage: input.perPage }
    },
  }),

  get: read(mailPolicy, 'read', {
    path: 'GET /mail/{id}',
    summary: 'Read a message; its contents only where the site keeps mail instead of sending it',
    input: byId,
    output: mailView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findMessage(db, input.id)
      allow(row)
      return { ...row, ...contentsOf(actor, row) }
    },
  }),
}
