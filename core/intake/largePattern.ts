/**
 * V8 compiles a pattern to bytecode for its first run and to machine code for its second, but at once to machine
 * code for a text of a thousand units. To run the patterns of people/ on one first saves a fifth of what the
 * first page of a process takes.
 */
const LONG_TEXT = ' '.repeat(1000)

/** A pattern that is made when it is first asked for, and compiled once. It must give blanks up at once, as one that begins with a mark does. */
export function largePattern(source: string, flags = 'u'): () => RegExp {
  let pattern: RegExp | null = null
  return () => {
    if (pattern === null) {
      pattern = new RegExp(source, flags)
      pattern.test(LONG_TEXT)
    }
    return pattern
  }
}
