// Working memory of one thread.

import { MOST_WINDOWS, WINDOW } from './memory';

/** Term and weight pairs of a query: words, and the several terms of which a clause counts the best. */
export const MOST_MEMBERS: u32 = 4096;
/** Steps into which numbers are put in order. */
export const STEPS: u32 = 1024;

/** Sums of the window's documents; always left zero. */
export let sums: usize = 0;
/** The best of a clause for the window's documents; always left zero. */
export let bests: usize = 0;
/** Bits of the window's documents that the filters let through. */
export let admitted: usize = 0;
/** Places and sums of the window's documents that may be among the best. */
export let places: usize = 0;
export let scores: usize = 0;
export let sortedPlaces: usize = 0;
export let sortedScores: usize = 0;
/** What each window can add up to at most, and the windows by that. */
export let bounds: usize = 0;
export let order: usize = 0;
/** By window and member: the address of its entry. */
export let entries: usize = 0;
/** The query: (term, weight) of each member; for each clause where its members begin, and where the last one's end. */
export let members: usize = 0;
export let clauses: usize = 0;
/** Clauses of the window, the weightiest first: clause and bound; and what those from each on can add at most. */
export let present: usize = 0;
export let rests: usize = 0;
/** Of results with the score of the last place, those after this slot are no better. */
export let lastSlot: usize = 0;

/** Bits of the window's blocks of 128 documents of which it is known whom the filters let through. */
export let admittedBlocks: u32 = 0;
export function setAdmittedBlocks(blocks: u32): void { admittedBlocks = blocks; }
/** Steps of an order, and sixteen sums. */
export let stepCounts: usize = 0;
export let lanes: usize = 0;

let next: usize = 0;

function part(bytes: usize): usize {
  const at = next;
  next += bytes + 63 & ~63;
  return at;
}

/** Lays it out at an address, a multiple of 64, or at 0 to learn how many bytes it takes. @returns its end */
export function prepare(at: usize): usize {
  next = at;
  sums = part(WINDOW * 4);
  bests = part(WINDOW * 4);
  admitted = part(WINDOW / 8);
  places = part(WINDOW * 4);
  scores = part(WINDOW * 4);
  sortedPlaces = part(WINDOW * 4);
  sortedScores = part(WINDOW * 4);
  bounds = part(MOST_WINDOWS * 4);
  order = part(MOST_WINDOWS * 4);
  members = part(MOST_MEMBERS * 8);
  clauses = part((MOST_MEMBERS + 1) * 4);
  present = part(MOST_MEMBERS * 8);
  rests = part((MOST_MEMBERS + 1) * 4);
  stepCounts = part(STEPS * 4);
  lanes = part(64);
  lastSlot = part(4);
  if (at) {
    memory.fill(sums, 0, WINDOW * 4);
    memory.fill(bests, 0, WINDOW * 4);
  }
  return next;
}

export function membersAt(): usize { return members; }
export function clausesAt(): usize { return clauses; }
export function lastSlotAt(): usize { return lastSlot; }

/** Says where there is room for the entries of a query: four bytes for each of its members in each window. */
export function setEntries(at: usize): void {
  entries = at;
}
