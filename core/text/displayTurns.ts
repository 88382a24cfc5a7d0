/** Where lines of display type may turn, and where they read badly: make-up, the composer and the checks keep to it. */

/** Characters that may not begin a headline's line, and those that may not end one. */
export const NEVER_FIRST = /^[的了着、，。：；？！”’」』）》…—·]/u
export const NEVER_LAST = /[和与及“‘「『（《]$/u

/** Words that belong to what follows: a line that ends with one hangs. */
export const LEANS_ON = /^[的为和与在把被对将向从给及或让使由]$/u
/** Words that belong to what stands before them. */
export const LEANS_BACK = /^[的了着]/u
/** A turn after one of these reads like breath. */
export const BREATH = /[、，：；？！\s]$/u

/** Letters and digits of a line: one alone is no line. */
export const lettersIn = (text: string): number =>
  [...text].filter((char) => /[\p{L}\p{N}]/u.test(char)).length
