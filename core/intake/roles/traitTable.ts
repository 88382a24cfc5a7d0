import { highAfter, highOf, lowAfter, lowOf, partsOf } from './tell'

/** The printed characters that stand for themselves in a template literal. */
export const DIGITS = Array.from({ length: 0x7f - 0x21 }, (_, at) => String.fromCharCode(at + 0x21))
  .filter((ch) => !'`\\$'.includes(ch))
  .join('')
export const ONE_DIGIT = 45
export const TWO_DIGITS = 4095
export const ROLES_A_DIGIT = 6
export const ROLE_DIGITS = 4
export const HUNDREDTHS = 100

const LONGER = DIGITS.length - 1
const ROW_END = '\n'.charCodeAt(0)
const BETWEEN = '\t'.charCodeAt(0)
/** Slots for each row. */
const SPARE = 2

const digitValues = (): Uint8Array => {
  const values = new Uint8Array(0x80)
  for (let digit = 0; digit < DIGITS.length; digit++) values[DIGITS.charCodeAt(digit)] = digit
  return values
}

const rowsIn = (text: string): number => {
  let rows = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) rows += 1
  return rows
}

/**
 * The fitted weights of the traits as rows of numbers. They are written as text (`weights.ts`), a row a
 * trait, under the parts that the names of several begin with:
 *
 *     ⇥from⇥long
 *     WEIGHTS⇥渡
 *
 * Weights are digits of `DIGITS`: four for the roles that the trait tells something of, six roles to a
 * digit, then the log-odds of each of these in hundredths. A number is one digit, less `ONE_DIGIT`, or the
 * last of the digits and two more, less `TWO_DIGITS`. To read them is to copy them.
 */
export class TraitTable {
  private readonly slots: Int32Array
  private readonly lows: Int32Array
  private readonly highs: Int32Array
  /** Where the log-odds of each row begin. */
  private readonly starts: Int32Array
  private readonly roles: Uint8Array
  private readonly odds: Float32Array

  constructor(text: string) {
    const rows = rowsIn(text)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(rows * SPARE)))
    this.lows = new Int32Array(rows)
    this.highs = new Int32Array(rows)
    this.starts = new Int32Array(rows + 1)
    this.roles = new Uint8Array(text.length)
    this.odds = new Float32Array(text.length)
    this.read(text)
  }

  private read(text: string): void {
    const { lows, highs, starts, roles, odds } = this
    const digits = digitValues()
    let [headLow, headHigh] = [0, 0]
    let [row, entry, at] = [0, 0, 0]
    while (at < text.length) {
      if (text.charCodeAt(at) === BETWEEN) {
        const end = text.indexOf('\n', at)
        ;[headLow, headHigh] = [0, 0]
        for (const part of partsOf(text.slice(at + 1, end))) {
          headLow = lowAfter(headLow, lowOf(part, 0, part.length))
          headHigh = highAfter(headHigh, highOf(part, 0, part.length))
        }
        at = end + 1
        continue
      }
      starts[row] = entry
      let told = 0
      for (let digit = 0; digit < ROLE_DIGITS; digit++)
        told |= (digits[text.charCodeAt(at++)] as number) << (digit * ROLES_A_DIGIT)
      for (; told !== 0; told &= told - 1) {
        let number = digits[text.charCodeAt(at++)] as number
        if (number < LONGER) number -= ONE_DIGIT
        else {
          const high = (digits[text.charCodeAt(at++)] as number) * DIGITS.length
          number = high + (digits[text.charCodeAt(at++)] as number) - TWO_DIGITS
        }
        roles[entry] = 31 - Math.clz32(told & -told)
        odds[entry++] = number / HUNDREDTHS
      }
      const from = ++at
      while (at < text.length && text.charCodeAt(at) !== ROW_END) at++
      lows[row] = lowAfter(headLow, lowOf(text, from, at))
      highs[row] = highAfter(headHigh, highOf(text, from, at))
      this.place(row++)
      at++
    }
    starts[row] = entry
  }

  private place(row: number): void {
    const { slots } = this
    const last = slots.length - 1
    let slot = (this.lows[row] as number) & last
    while (slots[slot] !== 0) slot = (slot + 1) & last
    slots[slot] = row + 1
  }

  /** The row of the trait whose name has these numbers (tell.ts), or -1. */
  rowOf(low: number, high: number): number {
    const { slots, lows, highs } = this
    const last = slots.length - 1
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const row = (slots[slot] as number) - 1
      if (row < 0 || (lows[row] === low && highs[row] === high)) return row
    }
  }

  /** Adds the log-odds of a row to the sums of their roles. */
  addTo(sums: Float32Array, row: number): void {
    const { roles, odds } = this
    const end = this.starts[row + 1] as number
    for (let at = this.starts[row] as number; at < end; at++) {
      const role = roles[at] as number
      sums[role] = (sums[role] as number) + (odds[at] as number)
    }
  }
}
