/** Strings and the small integers that stand for them, given in order of first sight from 0. */
export class StringTable {
  readonly #codes = new Map<string, number>()
  readonly #values: string[] = []

  get size(): number {
    return this.#values.length
  }

  /** The code of `value`, given now if it had none. */
  intern(value: string): number {
    let code = this.#codes.get(value)
    if (code === undefined) {
      code = this.#values.length
      this.#codes.set(value, code)
      this.#values.push(value)
    }
    return code
  }

  /** The code of `value`, or -1. */
  codeOf(value: string): number {
    return this.#codes.get(value) ?? -1
  }

  valueOf(code: number): string {
    return this.#values[code] ?? ''
  }
}

/** Sets of strings and their codes; code 0 is the empty set. Equal sets have equal codes. */
export class SetTable {
  readonly #codes = new Map<string, number>([['', 0]])
  readonly #members: (readonly string[])[] = [[]]

  get size(): number {
    return this.#members.length
  }

  intern(values: readonly string[] | undefined): number {
    if (values === undefined || values.length === 0) return 0
    const members = [...new Set(values)].sort()
    const key = JSON.stringify(members)
    let code = this.#codes.get(key)
    if (code === undefined) {
      code = this.#members.length
      this.#codes.set(key, code)
      this.#members.push(members)
    }
    return code
  }

  membersOf(code: number): readonly string[] {
    return this.#members[code] ?? []
  }
}
