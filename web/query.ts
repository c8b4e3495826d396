/**
 * The filters of a list as its address holds them: `?country=DE&country=AT&page=2`.
 * @param many names that may stand several times; they become arrays
 * @param numbers names whose values are numbers
 */
export function queryOf(
  request: Request,
  {
    many = [],
    numbers = ['page', 'perPage'],
    flags = [],
  }: { many?: readonly string[]; numbers?: readonly string[]; flags?: readonly string[] } = {},
): Record<string, unknown> {
  const params = new URL(request.url).searchParams
  const query: Record<string, unknown> = {}
  for (const name of new Set(params.keys())) {
    const all = params.getAll(name).filter((value) => value !== '')
    const [first] = all
    if (first === undefined) continue
    if (many.includes(name)) query[name] = all
    else if (numbers.includes(name)) query[name] = Number(first)
    else if (flags.includes(name)) query[name] = first === 'true' || first === 'on'
    else query[name] = first
  }
  return query
}
