import type { Platform } from '../platform.ts'
import type { Actor, Door } from './actor.ts'

/** The circumstances of one deed: who does it, when, through which door. Every verb that changes something takes it. */
export interface Act {
  actor: Actor
  now: Date
  door: Door
  platform: Platform
}
