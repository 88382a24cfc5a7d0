/** Automatic page make-up: stories and a grid in, placed frames out. */
export { HOUSE, type MakeUpHouse } from './house'
export { makeUp } from './makeUp'
export type { MakeUp, MakeUpJob } from './types'
