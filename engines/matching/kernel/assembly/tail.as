// The newest documents, up to a window of them: their postings lie in chains by term and are added up one by one. A full
// tail is sealed: its postings are sorted by term and written as the entries of a new window.

import { asDense, chunkBytes, entryFor, FEW, inlineWords } from './entry';
import {
  INPUT, noteRemoved, sortSpace, T_COUNT, T_NEWEST, TAIL, TAIL_CAPACITY, TAIL_NODES, TAIL_STARTS, SORT_COUNTS, TERM, TERMS, take, termAt,
  WINDOW, WINDOWS,
} from './memory';

@inline function payloads(): usize { return <usize>load<u32>(TAIL) + (<usize>load<u32>(TAIL_CAPACITY) << 2); }
@inline function befores(): usize { return <usize>load<u32>(TAIL) + (<usize>load<u32>(TAIL_CAPACITY) << 3); }

/** Adds the document whose terms and impacts (1 to 255) stand in the input, as the `place`-th of the tail. */
export function add(place: u32, length: u32): void {
  let node = load<u32>(TAIL_NODES);
  makeRoom(node + length);
  const input = <usize>load<u32>(INPUT);
  const tail = <usize>load<u32>(TAIL);
  for (let i: usize = 0; i < length; i++) {
    const term = load<u32>(input + (i << 3));
    const at = termAt(term);
    store<u32>(tail + (node << 2), term);
    store<u32>(payloads() + (node << 2), place << 8 | load<u32>(input + (i << 3), 4));
    store<u32>(befores() + (node << 2), load<u32>(at, T_NEWEST));
    store<u32>(at, ++node, T_NEWEST);
    store<u32>(at, load<u32>(at, T_COUNT) + 1, T_COUNT);
  }
  store<u32>(TAIL_NODES, node);
  store<u32>(<usize>load<u32>(TAIL_STARTS) + (place + 1 << 2), node);
}

function makeRoom(nodes: u32): void {
  const capacity = load<u32>(TAIL_CAPACITY);
  if (nodes <= capacity) return;
  const room = max<u32>(capacity + (capacity >> 1), nodes);
  const moved = take(room * 12, 16);
  const old = <usize>load<u32>(TAIL);
  for (let part: usize = 0; part < 3; part++)
    memory.copy(moved + part * (<usize>room << 2), old + part * (<usize>capacity << 2), <usize>capacity << 2);
  store<u32>(TAIL, <u32>moved);
  store<u32>(TAIL_CAPACITY, room);
}

/** Forgets a document. One of the tail is taken out of every count; of a sealed one it is only noted. */
export function remove(slot: u32): void {
  if (slot / WINDOW < load<u32>(WINDOWS)) return noteRemoved(slot);
  const starts = <usize>load<u32>(TAIL_STARTS) + (slot % WINDOW << 2);
  const tail = <usize>load<u32>(TAIL);
  for (let node = load<u32>(starts); node < load<u32>(starts, 4); node++) {
    const payload = payloads() + (node << 2);
    store<u32>(payload, load<u32>(payload) & ~255);
    const at = termAt(load<u32>(tail + (node << 2)));
    store<u32>(at, load<u32>(at, T_COUNT) - 1, T_COUNT);
  }
}

/** Calls for each posting of a term in the tail; those of removed documents have no impact. */
export function newestOf(term: u32): u32 { return load<u32>(termAt(term), T_NEWEST); }
export function payloadOf(node: u32): u32 { return load<u32>(payloads() + (node - 1 << 2)); }
export function beforeOf(node: u32): u32 { return load<u32>(befores() + (node - 1 << 2)); }

/** Turns the tail into a window. */
export function seal(): void {
  const pairs = gather();
  const sorted = sortByTerm(sortSpace(pairs), pairs);
  const window = load<u32>(WINDOWS);
  let bytes: u32 = 0;
  for (let i: u32 = 0; i < pairs; ) {
    const count = runAt(sorted, i, pairs);
    bytes += chunkOf(count);
    i += count;
  }
  let chunk = take(bytes, 16);
  for (let i: u32 = 0; i < pairs; ) {
    const run = sorted + (<usize>i << 3);
    const count = runAt(sorted, i, pairs);
    writeEntry(load<u32>(run, 4), window, run, count, chunk);
    chunk += chunkOf(count);
    i += count;
  }
  store<u32>(WINDOWS, window + 1);
  store<u32>(TAIL_NODES, 0);
}

/** Bytes that so many postings of a term and window take beside its directory. */
function chunkOf(count: u32): u32 {
  return count > FEW ? chunkBytes(count) : 0;
}

/** Writes what a term has in a window. @param run its pairs, a payload in the low half of each @param chunk room for them */
function writeEntry(term: u32, window: u32, run: usize, count: u32, chunk: usize): void {
  if (count == 1) {
    store<u32>(entryFor(term, 1), window << 20 | load<u32>(run));
    return;
  }
  const word = window << 20 | mostIn(run, count) << 8;
  if (count <= FEW) {
    const entry = entryFor(term, inlineWords(count));
    store<u32>(entry, word | count << 16);
    writeSparse(entry + 4, run, count);
    return;
  }
  const entry = entryFor(term, 2);
  store<u32>(entry, word | (asDense(count) ? 1 << 16 : 0));
  store<u32>(entry, <u32>chunk, 4);
  if (asDense(count)) return writeDense(chunk, run, count);
  store<u16>(chunk, <u16>count);
  writeSparse(chunk + 2, run, count);
}

/** Makes the first windows of an empty index, whose terms `write` then brings. */
export function openWindows(count: u32): void {
  store<u32>(WINDOWS, count);
}

/** Writes postings of a term, each window's whole. @param pairs address of its postings in order: place times 256 plus impact, then the window, 32 bits each */
export function write(term: u32, pairs: usize, count: u32): void {
  const at = termAt(term);
  store<u32>(at, load<u32>(at, T_COUNT) + count, T_COUNT);
  for (let i: u32 = 0; i < count; ) {
    const window = load<u32>(pairs + (<usize>i << 3), 4);
    let to = i + 1;
    while (to < count && load<u32>(pairs + (<usize>to << 3), 4) == window) to++;
    const bytes = chunkOf(to - i);
    writeEntry(term, window, pairs + (<usize>i << 3), to - i, bytes ? take(bytes, 2) : 0);
    i = to;
  }
}

/** Writes the living postings of the tail as pairs (term in the high half) into the sorting space. @returns how many */
function gather(): u32 {
  const nodes = load<u32>(TAIL_NODES);
  const tail = <usize>load<u32>(TAIL);
  const terms = <usize>load<u32>(TERMS);
  const pairs = sortSpace(nodes);
  let count: usize = 0;
  for (let node: u32 = 0; node < nodes; node++) {
    const term = load<u32>(tail + (node << 2));
    const payload = load<u32>(payloads() + (node << 2));
    store<u32>(terms + <usize>term * TERM, 0, T_NEWEST);
    if (payload & 255) store<u64>(pairs + (count++ << 3), <u64>term << 32 | payload);
  }
  return <u32>count;
}

const DIGITS: u32 = 2048;

/** Radix sort, 11 bits a pass; it keeps the order of documents. @returns where the sorted pairs are */
function sortByTerm(pairs: usize, count: u32): usize {
  let from = pairs;
  let to = pairs + (<usize>count << 3);
  let highest: u32 = 0;
  for (let i: usize = 0; i < count; i++) highest = max(highest, load<u32>(from + (i << 3), 4));
  for (let shift: u32 = 0; shift < 32 && highest >> shift > 0; shift += 11) {
    memory.fill(SORT_COUNTS, 0, DIGITS << 2);
    for (let i: usize = 0; i < count; i++) {
      const at = SORT_COUNTS + ((load<u32>(from + (i << 3), 4) >> shift & DIGITS - 1) << 2);
      store<u32>(at, load<u32>(at) + 1);
    }
    let sum: u32 = 0;
    for (let digit: usize = 0; digit < DIGITS; digit++) {
      const here = load<u32>(SORT_COUNTS + (digit << 2));
      store<u32>(SORT_COUNTS + (digit << 2), sum);
      sum += here;
    }
    for (let i: usize = 0; i < count; i++) {
      const pair = load<u64>(from + (i << 3));
      const at = SORT_COUNTS + ((<u32>(pair >> 32) >> shift & DIGITS - 1) << 2);
      const place = load<u32>(at);
      store<u32>(at, place + 1);
      store<u64>(to + (<usize>place << 3), pair);
    }
    const swap = from;
    from = to;
    to = swap;
  }
  return from;
}

/** How many pairs from here on are of the same term. */
function runAt(pairs: usize, from: u32, end: u32): u32 {
  const term = load<u32>(pairs + (<usize>from << 3), 4);
  let to = from + 1;
  while (to < end && load<u32>(pairs + (<usize>to << 3), 4) == term) to++;
  return to - from;
}

function mostIn(run: usize, count: u32): u32 {
  let most: u32 = 0;
  for (let k: usize = 0; k < count; k++) most = max(most, load<u32>(run + (k << 3)) & 255);
  return most;
}

function writeSparse(at: usize, run: usize, count: u32): void {
  for (let k: usize = 0; k < count; k++) {
    const payload = load<u32>(run + (k << 3));
    store<u16>(at + (k << 1), <u16>(payload >> 8));
    store<u8>(at + (<usize>count << 1) + k, <u8>payload);
  }
}

function writeDense(at: usize, run: usize, count: u32): void {
  memory.fill(at, 0, WINDOW);
  for (let k: usize = 0; k < count; k++) {
    const payload = load<u32>(run + (k << 3));
    store<u8>(at + (payload >> 8), <u8>payload);
  }
}
