// Working memory of one thread.

import { MOST_WINDOWS, take, WINDOW } from './memory';

/** Term and weight pairs of a query: words, and the several terms of which a clause counts the best. */
export const MOST_MEMBERS: u32 = 4096;

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

/** Takes it. @returns where the query's members are to be written; `clausesAt` and `lastSlotAt` tell the other two */
export function prepare(): usize {
  sums = take(WINDOW * 4, 64);
  bests = take(WINDOW * 4, 64);
  admitted = take(WINDOW / 8, 64);
  places = take(WINDOW * 4, 64);
  scores = take(WINDOW * 4, 64);
  sortedPlaces = take(WINDOW * 4, 64);
  sortedScores = take(WINDOW * 4, 64);
  bounds = take(MOST_WINDOWS * 4, 64);
  order = take(MOST_WINDOWS * 4, 64);
  members = take(MOST_MEMBERS * 8, 64);
  clauses = take((MOST_MEMBERS + 1) * 4, 64);
  present = take(MOST_MEMBERS * 8, 64);
  rests = take((MOST_MEMBERS + 1) * 4, 64);
  lastSlot = take(4, 64);
  memory.fill(sums, 0, WINDOW * 4);
  memory.fill(bests, 0, WINDOW * 4);
  return members;
}

export function clausesAt(): usize { return clauses; }
export function lastSlotAt(): usize { return lastSlot; }

let entriesRoom: u32 = 0;

/** Makes room for the entries of a query, all zero. */
export function clearEntries(count: u32): void {
  if (count > entriesRoom) {
    entriesRoom = count + (count >> 1);
    entries = take(entriesRoom * 4, 64);
  }
  memory.fill(entries, 0, <usize>count << 2);
}
