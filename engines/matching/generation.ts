import type { Side, Visibility } from './document.ts'
import { Facts, SIDES, VISIBILITIES } from './facts.ts'
import { Postings, type SlotSet } from './kernel/postings.ts'
import { Sources } from './sources.ts'

/** One generation of an index's documents: what is moved when it is written anew. */
export class Generation {
  readonly facts: Facts
  readonly postings = new Postings()
  readonly slots = new Map<string, number>()
  readonly ids: string[] = []
  readonly sources = new Sources()
  readonly sides: Readonly<Record<Side, SlotSet>>
  readonly visibilities: Readonly<Record<Visibility, SlotSet>>

  constructor(like?: Facts) {
    this.facts = new Facts(like)
    const sets = <Name extends string>(names: readonly Name[]) =>
      Object.fromEntries(names.map((name) => [name, this.postings.newSet()])) as Record<Name, SlotSet>
    this.sides = sets(SIDES)
    this.visibilities = sets(VISIBILITIES)
  }

  /** Notes what is known of the document at a slot besides its words. */
  place(id: string, slot: number): void {
    const { facts } = this
    this.slots.set(id, slot)
    this.ids[slot] = id
    this.postings.put(this.sides[SIDES[facts.side[slot] ?? 0] ?? 'need'], slot, true)
    this.postings.put(this.visibilities[VISIBILITIES[facts.visibility[slot] ?? 0] ?? 'public'], slot, true)
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    if (slot === undefined) return
    this.slots.delete(id)
    this.facts.live[slot] = 0
    this.ids[slot] = ''
    this.sources.remove(slot)
    this.postings.remove(slot)
  }
}
