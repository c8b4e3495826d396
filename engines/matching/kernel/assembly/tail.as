// The newest documents, up to a window of them: their postings lie in chains by term and are added up one by one. A full
// tail is sealed: its postings are sorted by term and written as the entries of a new window.

import { asDense, chunkBytes, entryFor, FEW, inlineWords } from './entry';
import {
  INPUT, move, NODE, noteRemoved, T_COUNT, T_NEWEST, TAIL, TAIL_CAPACITY, TAIL_NODES, TAIL_STARTS, take, termAt, WINDOW, WINDOWS,
} from './memory';

/** A posting of the tail, by its number from 1 on: its term, its payload, the one before of the same term (0: none). */
@inline function nodeAt(node: u32): usize { return <usize>load<u32>(TAIL) + <usize>(node - 1) * NODE; }
export function payloadOf(node: u32): u32 { return load<u32>(nodeAt(node), 4); }
export function beforeOf(node: u32): u32 { return load<u32>(nodeAt(node), 8); }
/** The last of a term. */
export function newestOf(term: u32): u32 { return load<u32>(termAt(term), T_NEWEST); }

/** Adds the document whose terms and impacts (1 to 255) stand in the input, as the `place`-th of the tail. */
export function add(place: u32, length: u32): void {
  let node = load<u32>(TAIL_NODES);
  makeRoom(node + length);
  const input = <usize>load<u32>(INPUT);
  for (let i: usize = 0; i < length; i++) {
    const term = load<u32>(input + (i << 3));
    const at = termAt(term);
    const to = nodeAt(++node);
    store<u32>(to, term);
    store<u32>(to, place << 8 | load<u32>(input + (i << 3), 4), 4);
    store<u32>(to, load<u32>(at, T_NEWEST), 8);
    store<u32>(at, node, T_NEWEST);
    store<u32>(at, load<u32>(at, T_COUNT) + 1, T_COUNT);
  }
  store<u32>(TAIL_NODES, node);
  store<u32>(<usize>load<u32>(TAIL_STARTS) + (place + 1 << 2), node);
}

function makeRoom(nodes: u32): void {
  const capacity = load<u32>(TAIL_CAPACITY);
  if (nodes <= capacity) return;
  const room = max<u32>(capacity + (capacity >> 2), nodes);
  store<u32>(TAIL, <u32>move(load<u32>(TAIL), capacity * NODE, room * NODE));
  store<u32>(TAIL_CAPACITY, room);
}

/** Forgets a document. One of the tail is taken out of every count; of a sealed one it is only noted. */
export function remove(slot: u32): void {
  if (slot / WINDOW < load<u32>(WINDOWS)) return noteRemoved(slot);
  const starts = <usize>load<u32>(TAIL_STARTS) + (slot % WINDOW << 2);
  for (let node = load<u32>(starts) + 1; node <= load<u32>(starts, 4); node++) {
    store<u32>(nodeAt(node), payloadOf(node) & ~255, 4);
    const at = termAt(load<u32>(nodeAt(node)));
    store<u32>(at, load<u32>(at, T_COUNT) - 1, T_COUNT);
  }
}

/** Turns the tail into a window. */
export function seal(): void {
  const nodes = load<u32>(TAIL_NODES);
  const window = load<u32>(WINDOWS);
  // Between two documents nobody needs the input.
  const end = <usize>load<u32>(INPUT) + (WINDOW << 3);
  for (let node: u32 = 1; node <= nodes; node++) {
    if (beforeOf(node)) continue;
    const at = termAt(load<u32>(nodeAt(node)));
    let run = end;
    for (let one = load<u32>(at, T_NEWEST); one; one = beforeOf(one)) {
      const payload = payloadOf(one);
      if (payload & 255) store<u32>(run -= 8, payload);
    }
    store<u32>(at, 0, T_NEWEST);
    if (run < end) writeEntry(load<u32>(nodeAt(node)), window, run, <u32>(end - run >> 3));
  }
  store<u32>(WINDOWS, window + 1);
  store<u32>(TAIL_NODES, 0);
}

/** Writes what a term has in a window. @param run its pairs, a payload in the low half of each */
function writeEntry(term: u32, window: u32, run: usize, count: u32): void {
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
  const chunk = take(chunkBytes(count), asDense(count) ? 16 : 2);
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
    writeEntry(term, window, pairs + (<usize>i << 3), to - i);
    i = to;
  }
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
