import { KERNEL } from './kernel-bytes.ts'

/** What the compiled kernel offers; what each does stands with its source in `assembly/`. Addresses are bytes. */
export interface Kernel {
  create(): void
  take(bytes: number, align: number): number
  used(): number
  pages(): number
  move(at: number, bytes: number, room: number): number
  inputAt(): number
  sealedWindows(): number
  setLive(at: number): void
  prepare(at: number): number
  membersAt(): number
  setEntries(at: number): void
  clausesAt(): number
  lastSlotAt(): number
  add(place: number, length: number): void
  remove(slot: number): void
  seal(): void
  openWindows(count: number): void
  write(term: number, pairs: number, count: number): void
  frequency(term: number): number
  impact(term: number, slot: number): number
  postingsOf(term: number, from: number, end: number, to: number): number
  search(clauses: number, first: number, filters: number): void
  readPostings(): bigint
  readWindows(): number
}

/** Documents of a window, see `assembly/memory.ts`. */
export const WINDOW = 4096
/** Members of a query at most. */
export const MOST_MEMBERS = 4096

let compiled: WebAssembly.Module | undefined

/**
 * An instance of the kernel on a memory.
 * @param offer hears of each document that may be among the best, and says which score the next one needs at least
 */
export function openKernel(memory: WebAssembly.Memory, offer: (slot: number, score: number) => number): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0)))
  // WebAssembly hands 32-bit numbers over as signed ones.
  const host = { offer: (slot: number, score: number) => offer(slot >>> 0, score >>> 0) }
  return new WebAssembly.Instance(compiled, { env: { memory }, host }).exports as unknown as Kernel
}
