/** Where a 主题 may turn to a new line: make-up keeps to it, and the checks see to it. */

/** Characters that may not begin a headline's line, and those that may not end one. */
export const NEVER_FIRST = /^[的了着、，。：；？！”’」』）》…—·]/u
export const NEVER_LAST = /[和与及“‘「『（《]$/u

/** Letters and digits of a line: one alone is no line. */
export const lettersIn = (text: string): number =>
  [...text].filter((char) => /[\p{L}\p{N}]/u.test(char)).length
