// The best documents of an index, exactly. Windows are visited in the order of what they can add up to, so that the first
// results raise the threshold for all later ones; within a window the clauses that could not lift a document over the
// threshold by themselves are only looked up for the documents that the others found (MaxScore: Turtle and Flood, "Query
// evaluation: strategies and optimizations", 1995; block maxima: Ding and Suel, "Faster top-k document retrieval using
// block-max indexes", 2011).

import { blockWords, countAt, dataOf, impactIn, isDense, isOne, mostOf, nextBlock, placeOf, windowOf, wordsOf } from './entry';
import { knows, T_FIRST, TAIL_NODES, termAt, WINDOW, WINDOWS } from './memory';
import { clearSteps, countStep, nextOf, shiftOf, sumSteps } from './order';
import {
  admitted, admittedBlocks, bests, bounds, clauses, entries, lanes, lastSlot, members, order, places, present, rests, scores,
  setAdmittedBlocks, sortedPlaces, sortedScores, sums,
} from './scratch';
import { beforeOf, newestOf, payloadOf } from './tail';

/** Tells of a document that may be among the best. @returns the score that the next one needs at least */
@external("host", "offer")
declare function offer(slot: u32, score: u32): u32;

/** Postings of a window below which its sums are found by going over the postings again. */
const FEW_POSTINGS: u32 = 768;
/** Candidates of a window from which on the best are offered first. */
const MANY: u32 = 48;

/** What the last search read: postings, and windows visited. */
let postingsRead: u64 = 0;
let windowsRead: u32 = 0;
export function readPostings(): u64 { return postingsRead; }
export function readWindows(): u32 { return windowsRead; }

let threshold: u32 = 0;
let memberCount: u32 = 0;
let filters: usize = 0;

@inline function startOf(clause: u32): u32 { return load<u32>(clauses + (clause << 2)); }
@inline function endOf(clause: u32): u32 { return load<u32>(clauses + (clause << 2), 4); }
@inline function termOf(member: u32): u32 { return load<u32>(members + (member << 3)); }
@inline function weightOf(member: u32): u32 { return load<u32>(members + (member << 3), 4); }
@inline function entryOf(window: u32, member: u32): usize { return load<u32>(entries + (<usize>(window * memberCount + member) << 2)); }

/**
 * Offers every document that can be among the best.
 * @param clauseCount clauses of the query; a document has of each what its best member gives: weight times impact
 * @param first the score that the first document needs at least
 * @param filtersAt address of: a number of groups, each a number of bit sets' addresses; a document is in one of each group
 */
export function search(clauseCount: u32, first: u32, filtersAt: usize): void {
  filters = filtersAt;
  threshold = first;
  postingsRead = 0;
  windowsRead = 0;
  memberCount = startOf(clauseCount);
  const windows = load<u32>(WINDOWS);
  if (load<u32>(TAIL_NODES) && admit(windows)) searchTail(clauseCount, windows);
  if (windows == 0 || !boundWindows(clauseCount, windows)) return;
  for (let i: u32 = 0; i < windows; i++) {
    const window = load<u32>(order + (i << 2));
    const most = load<u32>(bounds + (window << 2));
    if (most == 0) return;
    if (most < threshold || (most == threshold && window * WINDOW > load<u32>(lastSlot))) continue;
    searchWindow(clauseCount, window);
  }
}

/** Finds the entries of all members and what each window can add up to, and puts the windows in that order. */
function boundWindows(clauseCount: u32, windows: u32): bool {
  memory.fill(entries, 0, <usize>(windows * memberCount) << 2);
  memory.fill(bounds, 0, <usize>windows << 2);
  for (let clause: u32 = 0; clause < clauseCount; clause++) {
    const several = endOf(clause) - startOf(clause) > 1;
    for (let member = startOf(clause); member < endOf(clause); member++) {
      if (knows(termOf(member))) boundMember(member, several ? bests : bounds, several);
    }
    if (!several) continue;
    for (let w: usize = 0; w < windows; w++) {
      store<u32>(bounds + (w << 2), load<u32>(bounds + (w << 2)) + load<u32>(bests + (w << 2)));
      store<u32>(bests + (w << 2), 0);
    }
  }
  let highest: u32 = 0;
  for (let w: usize = 0; w < windows; w++) highest = max(highest, load<u32>(bounds + (w << 2)));
  if (highest == 0) return false;
  const shift = shiftOf(highest);
  clearSteps();
  for (let w: usize = 0; w < windows; w++) countStep(load<u32>(bounds + (w << 2)) >> shift);
  sumSteps();
  for (let w: u32 = 0; w < windows; w++) store<u32>(order + (nextOf(load<u32>(bounds + (w << 2)) >> shift) << 2), w);
  return true;
}

function boundMember(member: u32, into: usize, best: bool): void {
  const weight = weightOf(member);
  for (let block = <usize>load<u32>(termAt(termOf(member)), T_FIRST); block; block = nextBlock(block)) {
    const end = block + (blockWords(block) << 2);
    for (let entry = block + 4; entry < end; ) {
      const word = load<u32>(entry);
      if (!word) break;
      store<u32>(entries + (<usize>(windowOf(word) * memberCount + member) << 2), <u32>entry);
      put(into + (windowOf(word) << 2), weight * mostOf(word), best);
      entry += wordsOf(word) << 2;
    }
  }
}

/** Which of 128 documents the filters let through. @param at where their bits stand in each set */
@inline function admitBlock(at: usize): v128 {
  let all = i32x4.splat(-1);
  let group = filters + 4;
  for (let groups = load<u32>(filters); groups > 0; groups--) {
    const end = group + 4 + (<usize>load<u32>(group) << 2);
    let any = i32x4.splat(0);
    for (group += 4; group < end; group += 4) any = v128.or(any, v128.load(<usize>load<u32>(group) + at));
    all = v128.and(all, any);
  }
  return all;
}

/** Works out which documents of a window the filters let through. @returns false when none */
function admit(window: u32): bool {
  const from = <usize>window * (WINDOW / 8);
  let any = i32x4.splat(0);
  for (let offset: usize = 0; offset < WINDOW / 8; offset += 16) {
    const bits = admitBlock(from + offset);
    any = v128.or(any, bits);
    v128.store(admitted + offset, bits);
  }
  setAdmittedBlocks(-1);
  return v128.any_true(any);
}

/** Whether the filters let a document through; of a window with few candidates only their blocks are looked at. */
@inline function isAdmitted(window: u32, place: u32): bool {
  const block: u32 = place >> 7;
  if (!(admittedBlocks >> block & 1)) {
    v128.store(admitted + (<usize>block << 4), admitBlock(<usize>window * (WINDOW / 8) + (<usize>block << 4)));
    setAdmittedBlocks(admittedBlocks | 1 << block);
  }
  return (load<u8>(admitted + (place >> 3)) >> (place & 7) & 1) != 0;
}

function searchWindow(clauseCount: u32, window: u32): void {
  windowsRead++;
  const count = weighClauses(clauseCount, window);
  let essential = count;
  while (essential > 1 && load<u32>(rests + (essential - 1 << 2)) < threshold) essential--;
  let postings: u32 = 0;
  for (let i: u32 = 0; i < essential; i++) postings += countOf(load<u32>(present + (i << 3)), window);
  setAdmittedBlocks(0);
  if (postings >= FEW_POSTINGS && !admit(window)) return;
  postingsRead += postings;
  for (let i: u32 = 0; i < essential; i++) addClause(load<u32>(present + (i << 3)), window);
  const later = load<u32>(rests + (essential << 2));
  const needed = threshold > later ? threshold - later : 1;
  let found: u32 = 0;
  if (postings >= FEW_POSTINGS) found = collectAll(needed);
  else for (let i: u32 = 0; i < essential; i++) found = collectClause(load<u32>(present + (i << 3)), window, needed, found);
  for (let i = essential; i < count && found; i++) found = complete(load<u32>(present + (i << 3)), window, load<u32>(rests + (i + 1 << 2)), found);
  give(window * WINDOW, found);
}

/** Postings that a clause has in a window, to be read to add it up. */
function countOf(clause: u32, window: u32): u32 {
  let count: u32 = 0;
  for (let member = startOf(clause); member < endOf(clause); member++) {
    const entry = entryOf(window, member);
    if (!entry) continue;
    const word = load<u32>(entry);
    count += isOne(word) ? 1 : isDense(word) ? WINDOW : countAt(dataOf(entry, word), word);
  }
  return count;
}

/** Puts the clauses that the window has into the order of their bounds. @returns how many */
function weighClauses(clauseCount: u32, window: u32): u32 {
  let count: u32 = 0;
  for (let clause: u32 = 0; clause < clauseCount; clause++) {
    let most: u32 = 0;
    for (let member = startOf(clause); member < endOf(clause); member++) {
      const entry = entryOf(window, member);
      if (entry) most = max(most, weightOf(member) * mostOf(load<u32>(entry)));
    }
    if (most == 0) continue;
    let at = count++;
    for (; at > 0 && load<u32>(present + (at - 1 << 3), 4) < most; at--) store<u64>(present + (at << 3), load<u64>(present + (at - 1 << 3)));
    store<u32>(present + (at << 3), clause);
    store<u32>(present + (at << 3), most, 4);
  }
  let sum: u32 = 0;
  store<u32>(rests + (count << 2), 0);
  for (let i = count; i > 0; i--) {
    sum += load<u32>(present + (i - 1 << 3), 4);
    store<u32>(rests + (i - 1 << 2), sum);
  }
  return count;
}

/** Adds a clause to the sums. */
function addClause(clause: u32, window: u32): void {
  if (endOf(clause) - startOf(clause) == 1) return addMember(startOf(clause), window, sums, false);
  for (let member = startOf(clause); member < endOf(clause); member++) addMember(member, window, bests, true);
  for (let member = startOf(clause); member < endOf(clause); member++) settleMember(member, window);
}

@inline function put(at: usize, value: u32, best: bool): void {
  const old = load<u32>(at);
  store<u32>(at, best ? max(old, value) : old + value);
}

function addMember(member: u32, window: u32, into: usize, best: bool): void {
  const entry = entryOf(window, member);
  if (!entry) return;
  const weight = weightOf(member);
  const word = load<u32>(entry);
  if (isOne(word)) {
    put(into + (placeOf(word) << 2), weight * (word & 255), best);
    return;
  }
  const data = dataOf(entry, word);
  if (isDense(word)) {
    if (best) for (let place: usize = 0; place < WINDOW; place++) put(into + (place << 2), weight * load<u8>(data + place), true);
    else addDense(data, into, weight);
    return;
  }
  const count = countAt(data, word);
  const impacts = data + (count << 1);
  if (best) {
    for (let k: usize = 0; k < count; k++) put(into + (<usize>load<u16>(data + (k << 1)) << 2), weight * load<u8>(impacts + k), true);
    return;
  }
  let k: usize = 0;
  for (; k + 4 <= count; k += 4) {
    const four = load<u64>(data + (k << 1));
    const given = load<u32>(impacts + k);
    put(into + (<usize>(four & 0xffff) << 2), weight * (given & 255), false);
    put(into + (<usize>(four >> 16 & 0xffff) << 2), weight * (given >> 8 & 255), false);
    put(into + (<usize>(four >> 32 & 0xffff) << 2), weight * (given >> 16 & 255), false);
    put(into + (<usize>(four >> 48) << 2), weight * (given >> 24), false);
  }
  for (; k < count; k++) put(into + (<usize>load<u16>(data + (k << 1)) << 2), weight * load<u8>(impacts + k), false);
}

/** Sixteen places at once; weights have 16 bits. */
function addDense(data: usize, into: usize, weight: u32): void {
  const factor = i16x8.splat(<i16>weight);
  for (let place: usize = 0; place < WINDOW; place += 16) {
    const impacts = v128.load(data + place);
    const low = i16x8.extend_low_i8x16_u(impacts);
    const high = i16x8.extend_high_i8x16_u(impacts);
    const at = into + (place << 2);
    v128.store(at, i32x4.add(v128.load(at), i32x4.extmul_low_i16x8_u(low, factor)));
    v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extmul_high_i16x8_u(low, factor)), 16);
    v128.store(at, i32x4.add(v128.load(at, 32), i32x4.extmul_low_i16x8_u(high, factor)), 32);
    v128.store(at, i32x4.add(v128.load(at, 48), i32x4.extmul_high_i16x8_u(high, factor)), 48);
  }
}

/** Moves what was best of a clause into the sums. */
function settleMember(member: u32, window: u32): void {
  const entry = entryOf(window, member);
  if (!entry) return;
  const word = load<u32>(entry);
  if (isOne(word)) return settle(placeOf(word));
  const data = dataOf(entry, word);
  const count = isDense(word) ? WINDOW : countAt(data, word);
  for (let k: u32 = 0; k < count; k++) settle(isDense(word) ? k : load<u16>(data + (k << 1)));
}

@inline function settle(place: u32): void {
  const at = bests + (place << 2);
  const value = load<u32>(at);
  if (!value) return;
  store<u32>(at, 0);
  store<u32>(sums + (place << 2), load<u32>(sums + (place << 2)) + value);
}

@inline function keep(found: u32, place: u32, score: u32): u32 {
  store<u32>(places + (found << 2), place);
  store<u32>(scores + (found << 2), score);
  return found + 1;
}

/** Takes what a clause left in the sums, and clears it. */
function collectClause(clause: u32, window: u32, needed: u32, already: u32): u32 {
  let found = already;
  for (let member = startOf(clause); member < endOf(clause); member++) {
    const entry = entryOf(window, member);
    if (!entry) continue;
    const word = load<u32>(entry);
    const data = dataOf(entry, word);
    const count: u32 = isOne(word) ? 1 : countAt(data, word);
    for (let k: u32 = 0; k < count; k++) {
      const place: u32 = isOne(word) ? placeOf(word) : load<u16>(data + (k << 1));
      const score = load<u32>(sums + (place << 2));
      if (!score) continue;
      store<u32>(sums + (place << 2), 0);
      if (score >= needed && isAdmitted(window, place)) found = keep(found, place, score);
    }
  }
  return found;
}

/** Takes all that the sums hold, and clears them. */
function collectAll(needed: u32): u32 {
  let found: u32 = 0;
  const least = i32x4.splat(<i32>needed);
  const zero = i32x4.splat(0);
  for (let place: u32 = 0; place < WINDOW; place += 16) {
    const at = sums + (place << 2);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    v128.store(at, zero);
    v128.store(at, zero, 16);
    v128.store(at, zero, 32);
    v128.store(at, zero, 48);
    const ab = i16x8.narrow_i32x4_s(i32x4.ge_u(a, least), i32x4.ge_u(b, least));
    const cd = i16x8.narrow_i32x4_s(i32x4.ge_u(c, least), i32x4.ge_u(d, least));
    if (!v128.any_true(v128.or(ab, cd))) continue;
    let bits = <u32>i8x16.bitmask(i8x16.narrow_i16x8_s(ab, cd)) & load<u16>(admitted + (place >> 3));
    if (!bits) continue;
    v128.store(lanes, a);
    v128.store(lanes, b, 16);
    v128.store(lanes, c, 32);
    v128.store(lanes, d, 48);
    for (; bits; bits &= bits - 1) found = keep(found, place + ctz(bits), load<u32>(lanes + (ctz(bits) << 2)));
  }
  return found;
}

/** Adds a clause to the candidates and drops those that cannot make it any more. @returns how many are left */
function complete(clause: u32, window: u32, later: u32, found: u32): u32 {
  postingsRead += found;
  const needed = threshold > later ? threshold - later : 0;
  let left: u32 = 0;
  for (let i: u32 = 0; i < found; i++) {
    const place = load<u32>(places + (i << 2));
    let most: u32 = 0;
    for (let member = startOf(clause); member < endOf(clause); member++) {
      const entry = entryOf(window, member);
      if (entry) most = max(most, weightOf(member) * impactIn(entry, place));
    }
    const score = load<u32>(scores + (i << 2)) + most;
    if (score >= needed) left = keep(left, place, score);
  }
  return left;
}

/** Offers the candidates; when there are many, the best first, so that the others need not be. */
function give(base: u32, found: u32): void {
  if (found < MANY) {
    for (let i: u32 = 0; i < found; i++) giveOne(base + load<u32>(places + (i << 2)), load<u32>(scores + (i << 2)));
    return;
  }
  let highest: u32 = 0;
  for (let i: u32 = 0; i < found; i++) highest = max(highest, load<u32>(scores + (i << 2)));
  const shift = shiftOf(highest);
  clearSteps();
  for (let i: u32 = 0; i < found; i++) countStep(load<u32>(scores + (i << 2)) >> shift);
  sumSteps();
  for (let i: u32 = 0; i < found; i++) {
    const score = load<u32>(scores + (i << 2));
    const to = nextOf(score >> shift);
    store<u32>(sortedPlaces + (to << 2), load<u32>(places + (i << 2)));
    store<u32>(sortedScores + (to << 2), score);
  }
  for (let i: u32 = 0; i < found; i++) {
    const score = load<u32>(sortedScores + (i << 2));
    if ((score >> shift) + 1 << shift <= threshold) return;
    giveOne(base + load<u32>(sortedPlaces + (i << 2)), score);
  }
}

@inline function giveOne(slot: u32, score: u32): void {
  if (score < threshold || (score == threshold && slot > load<u32>(lastSlot))) return;
  threshold = offer(slot, score);
}

/** The tail is small: its postings are simply added up. */
function searchTail(clauseCount: u32, window: u32): void {
  for (let clause: u32 = 0; clause < clauseCount; clause++) {
    const several = endOf(clause) - startOf(clause) > 1;
    for (let member = startOf(clause); member < endOf(clause); member++) {
      if (!knows(termOf(member))) continue;
      for (let node = newestOf(termOf(member)); node; node = beforeOf(node)) {
        const payload = payloadOf(node);
        put((several ? bests : sums) + (payload >> 8 << 2), weightOf(member) * (payload & 255), several);
        postingsRead++;
      }
    }
    if (several) for (let place: u32 = 0; place < WINDOW; place++) settle(place);
  }
  give(window * WINDOW, collectAll(max<u32>(1, threshold)));
}
