/** One place where the code departs from the architecture. */
export type Breach = { file: string; line: number; rule: string; sentence: string }

/** `file:line rule: sentence`, as editors and people read it. */
export function describeBreach({ file, line, rule, sentence }: Breach): string {
  return `${file}:${line} ${rule}: ${sentence}`
}
