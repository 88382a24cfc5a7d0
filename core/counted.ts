/** A number with its noun, as an English sentence counts: 1 line, 2 lines; 1 box, 2 boxes. */
export const counted = (n: number, noun: string, nouns = `${noun}s`): string =>
  `${n} ${n === 1 ? noun : nouns}`
