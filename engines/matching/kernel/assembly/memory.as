// The linear memory: a header that all threads share, and everything behind it, given out from the bottom and never
// given back. Addresses are bytes.

const HEADER: usize = 1024;

/** Next free byte. */
const TOP: usize = HEADER;
export const TERMS: usize = HEADER + 4;
const TERM_CAPACITY: usize = HEADER + 8;
/** Windows that are sealed. */
export const WINDOWS: usize = HEADER + 12;
/** Postings in the tail. */
export const TAIL_NODES: usize = HEADER + 16;
/** The tail's postings: their terms, then their payloads, then the one before of the same term. */
export const TAIL: usize = HEADER + 20;
export const TAIL_CAPACITY: usize = HEADER + 24;
/** Where the caller writes a document's terms and impacts. */
export const INPUT: usize = HEADER + 28;
/** For each document of the tail, where its postings begin; one more for where the last one's end. */
export const TAIL_STARTS: usize = HEADER + 32;
/** Removed documents of sealed windows, in the order of their removal. */
export const REMOVED: usize = HEADER + 36;
export const REMOVED_COUNT: usize = HEADER + 40;
const REMOVED_CAPACITY: usize = HEADER + 44;
/** Bits of the documents that are alive. */
export const LIVE: usize = HEADER + 48;
/** Space to sort a tail in, kept from one to the next. */
const SORT: usize = HEADER + 52;
const SORT_PAIRS: usize = HEADER + 56;
// At fixed places: counts of a sorting pass, removals being looked up, steps of an order, sixteen sums.
export const SORT_COUNTS: usize = 2048;
export const SORTED_REMOVALS: usize = 16384;
export const STEP_COUNTS: usize = 32768;
export const LANES: usize = 40960;
const BEGINNING: u32 = 65536;

/** Documents of a window: few enough for 12 bits of a place and for its scores to stay in the nearest cache. */
export const WINDOW: u32 = 4096;
/** Windows of an index: what 12 bits can tell apart. */
export const MOST_WINDOWS: u32 = 4096;
/** Terms of a document. */
export const MOST_TERMS: u32 = 65536;

const PAGE: usize = 65536;

// A term: its directory's first and last block, the words used of the last, its newest posting in the tail (0: none),
// postings written, those of them known to be of removed documents, and how far the removed are looked through.
export const T_FIRST: usize = 0;
export const T_LAST: usize = 4;
export const T_USED: usize = 8;
export const T_NEWEST: usize = 12;
export const T_COUNT: usize = 16;
export const T_REMOVED: usize = 20;
export const T_SEEN: usize = 24;
export const TERM: usize = 28;

/** Takes memory; what it holds is not said. */
export function take(bytes: u32, align: u32): usize {
  const at = (<usize>load<u32>(TOP) + align - 1) & ~(<usize>align - 1);
  const end = at + bytes;
  const have = <usize>memory.size() * PAGE;
  if (end > have) {
    // An eighth more than is asked for, so that it does not grow too often.
    const more = (end - have + PAGE - 1) / PAGE + min<usize>(have / PAGE >> 3, 2048);
    if (memory.grow(<i32>more) < 0 && memory.grow(<i32>((end - have + PAGE - 1) / PAGE)) < 0) unreachable();
  }
  store<u32>(TOP, <u32>end);
  return at;
}

/** Lays out an empty index. */
export function create(): void {
  store<u32>(TOP, BEGINNING);
  store<u32>(TERM_CAPACITY, 1024);
  store<u32>(TERMS, <u32>take(1024 * <u32>TERM, 16));
  memory.fill(load<u32>(TERMS), 0, 1024 * TERM);
  store<u32>(TAIL_CAPACITY, 1 << 16);
  store<u32>(TAIL, <u32>take((1 << 16) * 12, 16));
  store<u32>(TAIL_STARTS, <u32>take((WINDOW + 1) * 4, 16));
  store<u32>(load<u32>(TAIL_STARTS), 0);
  store<u32>(INPUT, <u32>take(MOST_TERMS * 8, 16));
  store<u32>(REMOVED_CAPACITY, 1024);
  store<u32>(REMOVED, <u32>take(1024 * 4, 16));
}

/** Bytes in use. */
export function used(): u32 {
  return load<u32>(TOP);
}

export function inputAt(): usize {
  return load<u32>(INPUT);
}

export function sealedWindows(): u32 {
  return load<u32>(WINDOWS);
}

/** Says where the bits of the living documents are. */
export function setLive(at: usize): void {
  store<u32>(LIVE, <u32>at);
}

/** The term's row, which may move when later terms are met. */
export function termAt(term: u32): usize {
  const capacity = load<u32>(TERM_CAPACITY);
  if (term >= capacity) {
    let room = capacity + (capacity >> 1);
    if (room <= term) room = term + 1;
    const moved = take(room * <u32>TERM, 16);
    memory.copy(moved, load<u32>(TERMS), <usize>capacity * TERM);
    memory.fill(moved + <usize>capacity * TERM, 0, <usize>(room - capacity) * TERM);
    store<u32>(TERMS, <u32>moved);
    store<u32>(TERM_CAPACITY, room);
  }
  return <usize>load<u32>(TERMS) + <usize>term * TERM;
}

export function knows(term: u32): bool {
  return term < load<u32>(TERM_CAPACITY);
}

export function noteRemoved(slot: u32): void {
  const count = load<u32>(REMOVED_COUNT);
  if (count == load<u32>(REMOVED_CAPACITY)) {
    const moved = take(count * 8, 16);
    memory.copy(moved, load<u32>(REMOVED), <usize>count << 2);
    store<u32>(REMOVED, <u32>moved);
    store<u32>(REMOVED_CAPACITY, count * 2);
  }
  store<u32>(<usize>load<u32>(REMOVED) + (<usize>count << 2), slot);
  store<u32>(REMOVED_COUNT, count + 1);
}

/** Room for twice so many pairs of 8 bytes. */
export function sortSpace(pairs: u32): usize {
  if (pairs > load<u32>(SORT_PAIRS)) {
    const room = pairs + (pairs >> 2);
    store<u32>(SORT_PAIRS, room);
    store<u32>(SORT, <u32>take(room * 16, 16));
  }
  return load<u32>(SORT);
}
