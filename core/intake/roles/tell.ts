/**
 * A trait is named by its family and what it is there: `tell('width', 4)`. Told in parts, names need not be
 * put together to be looked up: a page tells some ten thousand.
 */
export type Part = string | number | boolean
export type Tell = (family: string, a?: Part, b?: Part, c?: Part, d?: Part) => void

/** Stands between the parts of a name where it is written; no line of a page holds one. */
const BETWEEN = '\t'

/** The names of the traits that are told, as they are written. */
export function namesOf(telling: (tell: Tell) => void): readonly string[] {
  const names: string[] = []
  telling((...parts) => names.push(parts.filter((part) => part !== undefined).join(BETWEEN)))
  return names
}

export const partsOf = (name: string): string[] => name.split(BETWEEN)
