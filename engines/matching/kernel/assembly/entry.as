// What a term has in a window: an entry of its directory.
//
//   one document        [window 12 | place 12 | impact 8]
//   two to seven        [window 12 | number 4 | most 8 | 0]  places (16 bits each), impacts (8 bits each)
//   more                [window 12 |        0 | most 8 | 0]  address of: number (16), places (16 each), impacts (8 each)
//   more than a third   [window 12 |        1 | most 8 | 0]  address of: an impact for each of the window's places
//
// A directory is a chain of blocks of 2, 4, ... 32 words. A block's first word leads to the next one (its low three bits
// say how long this one is); a word of 0 ends what is used of it.

import { T_FIRST, T_LAST, T_USED, takeBlock, termAt, WINDOW } from './memory';

/** Postings up to which they stand in the directory itself. */
export const FEW: u32 = 7;
const LONGEST_CLASS: u32 = 4;

@inline export function windowOf(word: u32): u32 { return word >> 20; }
@inline export function isOne(word: u32): bool { return (word & 255) != 0; }
@inline export function placeOf(word: u32): u32 { return word >> 8 & 4095; }
/** The highest impact. */
@inline export function mostOf(word: u32): u32 { return isOne(word) ? word & 255 : word >> 8 & 255; }
@inline export function isDense(word: u32): bool { return (word >> 16 & 15) == 1; }
@inline export function fewOf(word: u32): u32 { return word >> 16 & 15; }

/** Whether so many documents of a window are better kept as an impact for each of its places. */
@inline export function asDense(count: u32): bool { return count * 3 > WINDOW; }
@inline export function inlineWords(count: u32): u32 { return (count * 3 + 7) >> 2; }
@inline export function chunkBytes(count: u32): u32 { return asDense(count) ? WINDOW : (count * 3 + 3) & ~1; }

@inline export function wordsOf(word: u32): u32 { return isOne(word) ? 1 : fewOf(word) > 1 ? inlineWords(fewOf(word)) : 2; }
/** Where the places (or the dense impacts) of an entry for several documents begin. */
@inline export function dataOf(entry: usize, word: u32): usize {
  return fewOf(word) > 1 ? entry + 4 : <usize>load<u32>(entry, 4) + (isDense(word) ? 0 : 2);
}
/** How many documents an entry holds that is neither for one nor dense. */
@inline export function countAt(data: usize, word: u32): u32 { return fewOf(word) > 1 ? fewOf(word) : <u32>load<u16>(data - 2); }

/** Words of a directory's block. */
@inline export function blockWords(block: usize): u32 { return <u32>2 << (load<u32>(block) & 7); }
@inline export function nextBlock(block: usize): usize { return load<u32>(block) & ~7; }

/** Room for an entry of so many words at the end of a term's directory. */
export function entryFor(term: u32, words: u32): usize {
  const at = termAt(term);
  let block = <usize>load<u32>(at, T_LAST);
  let used = load<u32>(at, T_USED);
  if (block == 0 || used + words > blockWords(block)) {
    let length = block ? min<u32>(LONGEST_CLASS, (load<u32>(block) & 7) + 1) : 0;
    while ((<u32>2 << length) < words + 1) length++;
    const next = takeBlock(<u32>8 << length);
    memory.fill(next, 0, <usize>8 << length);
    store<u32>(next, length);
    if (block) store<u32>(block, load<u32>(block) | <u32>next);
    else store<u32>(at, <u32>next, T_FIRST);
    block = next;
    used = 1;
    store<u32>(at, <u32>block, T_LAST);
  }
  store<u32>(at, used + words, T_USED);
  return block + (<usize>used << 2);
}

/** The impact that an entry has for a place of its window, 0 for none. */
export function impactIn(entry: usize, place: u32): u32 {
  const word = load<u32>(entry);
  if (isOne(word)) return placeOf(word) == place ? word & 255 : 0;
  const data = dataOf(entry, word);
  if (isDense(word)) return load<u8>(data + place);
  const count = countAt(data, word);
  let low: u32 = 0;
  for (let size = count; size > 1; ) {
    const half = size >> 1;
    low = <u32>load<u16>(data + (low + half << 1)) <= place ? low + half : low;
    size -= half;
  }
  return <u32>load<u16>(data + (low << 1)) == place ? load<u8>(data + (count << 1) + low) : 0;
}
