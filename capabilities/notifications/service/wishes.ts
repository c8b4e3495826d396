import type { Act } from '#platform/access/act.ts'
import { visitor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { changePreferences, findPreferences } from '../../people/service/self.ts'
import type { Stop } from './unsubscribe.ts'

/** Whether mail of this kind does not reach the person any more. @throws Problem `not-found` for one who is gone */
export async function isStopped(db: Db, { person, kind }: Stop): Promise<boolean> {
  const { mailRhythm, mutedKinds } = await findPreferences(db, person)
  return mailRhythm === 'never' || (kind !== null && mutedKinds.includes(kind))
}

/**
 * Stops mail of one kind, or all of it, by the word of whoever holds the link from the person's mail.
 * @throws Problem `not-found` for a person who is gone
 */
export async function stopMail(db: Db, act: Act, stop: Stop): Promise<void> {
  if (await isStopped(db, stop)) return
  const { person, kind } = stop
  const { mutedKinds } = await findPreferences(db, person)
  const inTheirName: Act = { ...act, actor: { ...visitor, id: person, kind: 'person' } }
  await changePreferences(
    db,
    inTheirName,
    kind === null ? { mailRhythm: 'never' } : { mutedKinds: [...mutedKinds, kind] },
  )
}
