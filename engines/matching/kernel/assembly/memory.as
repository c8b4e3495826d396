// The linear memory: a header that all threads share, and everything behind it, given out from the bottom. What has been
// moved to a larger place leaves room for blocks of directories. Addresses are bytes. The first 256 are the caller's.

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
/** Room given back: the first of a chain of pieces, each beginning with the next one's address and its own end. */
const SPARE: usize = HEADER + 52;
/** Removals being looked up, at a fixed place. */
export const SORTED_REMOVALS: usize = 16384;
/** Bytes of a posting of the tail. */
export const NODE: u32 = 12;
/** Smaller pieces are not worth keeping: a directory's longest block has to fit. */
const LEAST_SPARE: u32 = 1024;
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

/** Takes back what is not used any more, of which `takeBlock` makes something. */
function give(at: usize, bytes: u32): void {
  if (bytes < LEAST_SPARE) return;
  store<u32>(at, load<u32>(SPARE));
  store<u32>(at, <u32>at + bytes, 4);
  store<u32>(SPARE, <u32>at);
}

/** Takes a few bytes, a multiple of eight. */
export function takeBlock(bytes: u32): usize {
  const piece = <usize>load<u32>(SPARE);
  if (piece == 0) return take(bytes, 8);
  // From its end, so that its beginning stays where it is.
  const at = <usize>(load<u32>(piece, 4) - bytes & ~7);
  store<u32>(piece, <u32>at, 4);
  if (<u32>(at - piece) < LEAST_SPARE) store<u32>(SPARE, load<u32>(piece));
  return at;
}

/** Moves what has grown. @returns where there is room for more of it */
export function move(at: usize, bytes: u32, room: u32): usize {
  const moved = take(room, 64);
  memory.copy(moved, at, bytes);
  memory.fill(moved + bytes, 0, room - bytes);
  give(at, bytes);
  return moved;
}

/** Lays out an empty index. */
export function create(): void {
  store<u32>(TOP, BEGINNING);
  store<u32>(TERM_CAPACITY, 1024);
  store<u32>(TERMS, <u32>take(1024 * <u32>TERM, 16));
  memory.fill(load<u32>(TERMS), 0, 1024 * TERM);
  store<u32>(TAIL_CAPACITY, 1 << 12);
  store<u32>(TAIL, <u32>take((1 << 12) * NODE, 16));
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

/** Size of the memory, in pages of 65,536 bytes. */
export function pages(): i32 {
  return memory.size();
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
    store<u32>(TERMS, <u32>move(load<u32>(TERMS), capacity * <u32>TERM, room * <u32>TERM));
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
    store<u32>(REMOVED, <u32>move(load<u32>(REMOVED), count * 4, count * 8));
    store<u32>(REMOVED_CAPACITY, count * 2);
  }
  store<u32>(<usize>load<u32>(REMOVED) + (<usize>count << 2), slot);
  store<u32>(REMOVED_COUNT, count + 1);
}
