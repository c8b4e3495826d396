// How many living documents have a term, and which. Removed documents stay in their windows; what they take away from a
// count is found out when the count is asked for, from those removed since it was last asked for.

import { blockWords, countAt, dataOf, impactIn, isDense, isOne, nextBlock, placeOf, windowOf, wordsOf } from './entry';
import { knows, LIVE, REMOVED, REMOVED_COUNT, SORTED_REMOVALS, T_COUNT, T_FIRST, T_REMOVED, T_SEEN, TAIL_NODES, termAt, WINDOW, WINDOWS } from './memory';
import { beforeOf, newestOf, payloadOf } from './tail';

/** Removals up to which they are looked up one by one. */
const FEW_REMOVED: u32 = 2048;

@inline function isLive(slot: u32): bool { return (load<u8>(<usize>load<u32>(LIVE) + (slot >> 3)) >> (slot & 7) & 1) != 0; }

/** Living documents that have the term. */
export function frequency(term: u32): u32 {
  if (!knows(term)) return 0;
  const at = termAt(term);
  const removed = load<u32>(REMOVED_COUNT);
  const seen = load<u32>(at, T_SEEN);
  if (seen < removed) {
    if (removed - seen <= FEW_REMOVED && removed - seen < load<u32>(at, T_COUNT))
      store<u32>(at, load<u32>(at, T_REMOVED) + removedWith(term, seen, removed), T_REMOVED);
    else store<u32>(at, deadIn(term), T_REMOVED);
    store<u32>(at, removed, T_SEEN);
  }
  return load<u32>(at, T_COUNT) - load<u32>(at, T_REMOVED);
}

/** Of the documents removed from the `from`-th to before the `to`-th, those that have the term. */
function removedWith(term: u32, from: u32, to: u32): u32 {
  const count = to - from;
  const list = <usize>load<u32>(REMOVED);
  for (let i: usize = 0; i < count; i++) {
    const slot = load<u32>(list + (from + i << 2));
    let at = i;
    for (; at > 0 && load<u32>(SORTED_REMOVALS + (at - 1 << 2)) > slot; at--) store<u32>(SORTED_REMOVALS + (at << 2), load<u32>(SORTED_REMOVALS + (at - 1 << 2)));
    store<u32>(SORTED_REMOVALS + (at << 2), slot);
  }
  let next: usize = 0;
  let found: u32 = 0;
  for (let block = <usize>load<u32>(termAt(term), T_FIRST); block && next < count; block = nextBlock(block)) {
    const end = block + (blockWords(block) << 2);
    for (let entry = block + 4; entry < end; ) {
      const word = load<u32>(entry);
      if (!word) break;
      while (next < count && load<u32>(SORTED_REMOVALS + (next << 2)) / WINDOW < windowOf(word)) next++;
      for (; next < count && load<u32>(SORTED_REMOVALS + (next << 2)) / WINDOW == windowOf(word); next++)
        if (impactIn(entry, load<u32>(SORTED_REMOVALS + (next << 2)) % WINDOW)) found++;
      entry += wordsOf(word) << 2;
    }
  }
  return found;
}

/** Removed documents of sealed windows that have the term, by looking at all that have it. */
function deadIn(term: u32): u32 {
  let dead: u32 = 0;
  for (let block = <usize>load<u32>(termAt(term), T_FIRST); block; block = nextBlock(block)) {
    const end = block + (blockWords(block) << 2);
    for (let entry = block + 4; entry < end; ) {
      const word = load<u32>(entry);
      if (!word) break;
      const base = windowOf(word) * WINDOW;
      if (isOne(word)) dead += isLive(base + placeOf(word)) ? 0 : 1;
      else {
        const data = dataOf(entry, word);
        const count = isDense(word) ? WINDOW : countAt(data, word);
        for (let k: u32 = 0; k < count; k++) {
          if (isDense(word)) dead += load<u8>(data + k) && !isLive(base + k) ? 1 : 0;
          else dead += isLive(base + load<u16>(data + (k << 1))) ? 0 : 1;
        }
      }
      entry += wordsOf(word) << 2;
    }
  }
  return dead;
}

/**
 * Writes the postings of a term (slot, impact: 32 bits each) to an address, those of removed documents of sealed windows
 * included, for the windows from `from` to before `end`; the tail counts as the window after the sealed ones.
 * @returns how many
 */
export function postingsOf(term: u32, from: u32, end: u32, address: usize): u32 {
  if (!knows(term)) return 0;
  let to = address;
  for (let block = <usize>load<u32>(termAt(term), T_FIRST); block; block = nextBlock(block)) {
    const blockEnd = block + (blockWords(block) << 2);
    for (let entry = block + 4; entry < blockEnd; ) {
      const word = load<u32>(entry);
      if (!word || windowOf(word) >= end) break;
      if (windowOf(word) >= from) to = writePostings(entry, word, to);
      entry += wordsOf(word) << 2;
    }
  }
  const tail = load<u32>(WINDOWS);
  if (load<u32>(TAIL_NODES) && from <= tail && tail < end)
    for (let node = newestOf(term); node; node = beforeOf(node)) {
      const payload = payloadOf(node);
      if (payload & 255) to = writePosting(tail * WINDOW + (payload >> 8), payload & 255, to);
    }
  return <u32>(to - address >> 3);
}

function writePostings(entry: usize, word: u32, address: usize): usize {
  const base = windowOf(word) * WINDOW;
  if (isOne(word)) return writePosting(base + placeOf(word), word & 255, address);
  const data = dataOf(entry, word);
  let to = address;
  if (isDense(word)) {
    for (let place: u32 = 0; place < WINDOW; place++) {
      const impact = load<u8>(data + place);
      if (impact) to = writePosting(base + place, impact, to);
    }
    return to;
  }
  const count = countAt(data, word);
  for (let k: usize = 0; k < count; k++) to = writePosting(base + load<u16>(data + (k << 1)), load<u8>(data + (count << 1) + k), to);
  return to;
}

@inline function writePosting(slot: u32, impact: u32, to: usize): usize {
  store<u32>(to, slot);
  store<u32>(to, impact, 4);
  return to + 8;
}

/** The impact of a term for a document, 0 for none. */
export function impact(term: u32, slot: u32): u32 {
  if (!knows(term)) return 0;
  const window = slot / WINDOW;
  const place = slot % WINDOW;
  if (window == load<u32>(WINDOWS)) {
    for (let node = newestOf(term); node; node = beforeOf(node))
      if (payloadOf(node) >> 8 == place) return payloadOf(node) & 255;
    return 0;
  }
  for (let block = <usize>load<u32>(termAt(term), T_FIRST); block; block = nextBlock(block)) {
    const end = block + (blockWords(block) << 2);
    for (let entry = block + 4; entry < end; ) {
      const word = load<u32>(entry);
      if (!word || windowOf(word) > window) break;
      if (windowOf(word) == window) return impactIn(entry, place);
      entry += wordsOf(word) << 2;
    }
  }
  return 0;
}
