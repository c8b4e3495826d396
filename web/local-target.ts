/**
 * Where to go next, if it is a page of this site; never another site.
 * @param otherwise the page for anything else
 */
export function localTarget(wanted: string | null | undefined, otherwise: string): string {
  return wanted && /^\/(?![/\\])/.test(wanted) && !/[\s\\]/.test(wanted) ? wanted : otherwise
}
