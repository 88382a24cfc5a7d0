/** Where lines of display type may turn, and where they read badly: make-up, the composer and the checks keep to it. */

/** Characters that may not begin a headline's line, and those that may not end one. */
export const NEVER_FIRST = /^[的了着、，。：；？！,.:;?!”’」』）》】〉〕…—·]/u
export const NEVER_LAST = /[和与及第“‘「『（《【〈〔]$/u

/** Words that belong to what follows: a line that ends with one hangs. */
export const LEANS_ON = /^[的为和与在把被对将向从给及或让使由]$/u
/** Words of one character that open a phrase: they lead a line well, and none ends with one. */
export const OPENS =
  /^[为和与為與同跟在把被对将向从给及或让使由令叫教请因以按据经自该每各某几何谁这那哪本我你您他她它不没未无别莫勿也都还又再才就却更最很太只仅已曾正刚要能会可应须得是有来去到新老旧大小多少好首今明昨前后上下内外东西南北]$/u
/** Words that belong to what stands before them. */
export const LEANS_BACK = /^[的了着]/u
/** A turn after one of these reads like breath. */
export const BREATH = /[、，：；？！,:;?!\s]$/u

/** Letters and digits of a line: one alone is no line. */
export const lettersIn = (text: string): number =>
  [...text].filter((char) => /[\p{L}\p{N}]/u.test(char)).length
