// Puts numbers into the order of their size, the highest first, in 1,024 steps: near enough, and it takes two passes.

import { stepCounts, STEPS } from './scratch';

/** How far numbers up to `highest` are shifted to be steps. */
@inline export function shiftOf(highest: u32): u32 { return <u32>max<i32>(0, 22 - <i32>clz(highest)); }

export function clearSteps(): void {
  memory.fill(stepCounts, 0, STEPS << 2);
}

@inline export function countStep(value: u32): void {
  const at = stepCounts + (STEPS - 1 - value << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/** After all are counted: makes each count the place where its step begins. */
export function sumSteps(): void {
  let sum: u32 = 0;
  for (let step: usize = 0; step < STEPS; step++) {
    const here = load<u32>(stepCounts + (step << 2));
    store<u32>(stepCounts + (step << 2), sum);
    sum += here;
  }
}

/** The next free place of a step. */
@inline export function nextOf(value: u32): u32 {
  const at = stepCounts + (STEPS - 1 - value << 2);
  const place = load<u32>(at);
  store<u32>(at, place + 1);
  return place;
}
