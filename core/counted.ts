/** A number with its noun, as an English sentence counts: 1 line, 2 lines. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
