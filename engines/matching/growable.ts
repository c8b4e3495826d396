type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** `column` itself when it has room for `length` entries, else a copy of at least twice its size. */
export function withRoom<C extends Column>(column: C, length: number): C {
  if (column.length >= length) return column
  const grown = new (column.constructor as new (size: number) => C)(Math.max(length, column.length * 2))
  grown.set(column)
  return grown
}
