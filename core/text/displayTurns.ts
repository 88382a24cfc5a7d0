/** Where lines of display type read badly when they turn: words of one character that lean on their neighbour. */

/** Words that belong to what follows: a line that ends with one hangs. */
export const LEANS_ON = /^[的为和与在把被对将向从给及或让使由]$/u
/** Words that belong to what stands before them. */
export const LEANS_BACK = /^[的了着]/u
/** A turn after one of these reads like breath. */
export const BREATH = /[、，：；？！\s]$/u
