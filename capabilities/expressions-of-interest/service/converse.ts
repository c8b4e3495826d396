import { and, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { acceptFile } from '#platform/attachments/accept.ts'
import { fileOf, filesOf } from '#platform/attachments/attached.ts'
import { fileHeaders } from '#platform/attachments/serve.ts'
import { files } from '#platform/attachments/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { markSubjectRead } from '../../notifications/service/inbox.ts'
import { expressionReplied } from '../events.ts'
import { sidesOf } from '../policy.ts'
import type { Reply, Side } from '../schema.ts'
import { expressionMessages, expressions } from '../table.ts'
import { type Expression, findMessage } from './find.ts'
import { assertUnleaked } from './guard.ts'
import { about } from './news.ts'
import { assertOpen, leave, sideOf } from './step.ts'

const FILES = 'expression-message'

/**
 * Writes to the other side. The owner's first message keeps the reply promise and begins the conversation.
 * @throws Problem `conflict` once it is closed; `invalid` when an owner who is not revealed would give itself away
 */
export async function reply(db: Db, act: Act, row: Expression, input: Omit<Reply, 'id'>): Promise<void> {
  const side = sideOf(act, row, input.as)
  if (row.stage !== 'agreed') assertOpen(row)
  await assertUnleaked(db, row, side, ['body', input.body], input.acknowledged)
  // A file tells in a hundred ways whose it is; there is no check to rely on.
  if (input.files.length > 0 && side === 'owner' && !row.ownerKnown)
    throw new Problem('conflict', 'expressions-of-interest:errors.filesReveal')
  const message = newId()
  await db.insert(expressionMessages).values({
    id: message,
    expression: row.id,
    side,
    author: act.actor.id,
    body: input.body,
    createdAt: act.now.toISOString(),
  })
  for (const file of input.files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await acceptFile(db, act, { name: file.name, bytes, attachedTo: { type: FILES, id: message } })
  }
  await record(db, act, expressionReplied, about(row, { side, message }))
  await leave(db, act, row, side, {})
}

/** Notes that a side has seen all there is; its news is read with it. */
export async function markSeen(db: Db, act: Act, row: Expression, named: Side | undefined): Promise<void> {
  const own = sidesOf(act.actor, row)
  const seenAt = act.now.toISOString()
  for (const side of named ? own.filter((one) => one === named) : own)
    await db
      .update(expressions)
      .set(side === 'owner' ? { ownerSeenAt: seenAt } : { senderSeenAt: seenAt })
      .where(eq(expressions.id, row.id))
  if (act.actor.id) await markSubjectRead(db, act, act.actor.id, row.id)
}

/** The files of some messages. */
export function filesOfMessages(db: Db, messages: readonly string[]) {
  return messages.length === 0 ? Promise.resolve([]) : filesOf(db, FILES, messages)
}

/**
 * A file of the conversation with its bytes, and the headers that keep it from acting in a browser.
 * @throws Problem `not-found`
 */
export async function readFile(db: Db, act: Act, row: Expression, id: string) {
  const [held] = await db
    .select({ message: files.attachedId })
    .from(files)
    .where(and(eq(files.id, id), eq(files.attachedType, FILES)))
  if (!held?.message) throw notFound()
  await findMessage(db, row.id, held.message)
  const file = await fileOf(db, { type: FILES, id: held.message }, id)
  const stream = await act.platform.files.get(file.key)
  if (!stream) throw new Error(`The bytes of file ${file.id} are missing from the store`)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of stream) chunks.push(new Uint8Array(chunk))
  // What the answer says by itself: the type, the length and the name.
  const { 'Content-Type': type, 'Content-Length': _, 'Content-Disposition': __, ...headers } = fileHeaders(file, true)
  return { file: new File(chunks, file.name, type ? { type } : {}), headers }
}
