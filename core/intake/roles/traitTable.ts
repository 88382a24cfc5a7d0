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

/** What stands in the row of a trait behind the first of its numbers, and how long it is. */
const HIGH = 1
const BEGIN = 2
const END = 3
const ROW = 4
const ROLE_BITS = 5
const ROLE_MASK = 0b11111
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
  /** One more than the place in `rows`, by the lower bits of the first number; 0 where there is none. */
  private readonly slots: Int32Array
  /** Of each row, side by side so that it is fetched at once: its two numbers, where its entries begin and end. */
  private readonly rows: Int32Array
  /** Log-odds in hundredths, shifted by the bits of a role. */
  private readonly entries: Int32Array

  constructor(text: string) {
    const rows = rowsIn(text)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(rows * SPARE)))
    this.rows = new Int32Array(rows * ROW)
    this.entries = new Int32Array(text.length)
    this.read(text)
  }

  private read(text: string): void {
    const { rows, entries } = this
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
      rows[row + BEGIN] = entry
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
        entries[entry++] = (number << ROLE_BITS) | (31 - Math.clz32(told & -told))
      }
      const from = ++at
      while (at < text.length && text.charCodeAt(at) !== ROW_END) at++
      rows[row] = lowAfter(headLow, lowOf(text, from, at))
      rows[row + HIGH] = highAfter(headHigh, highOf(text, from, at))
      rows[row + END] = entry
      this.place(row)
      row += ROW
      at++
    }
  }

  private place(row: number): void {
    const { slots } = this
    const last = slots.length - 1
    let slot = (this.rows[row] as number) & last
    while (slots[slot] !== 0) slot = (slot + 1) & last
    slots[slot] = row + 1
  }

  /** The row of the trait whose name has these numbers (tell.ts); under 0 when there is none. */
  rowOf(low: number, high: number): number {
    const { slots, rows } = this
    const last = slots.length - 1
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const row = (slots[slot] as number) - 1
      if (row < 0 || (rows[row] === low && rows[row + HIGH] === high)) return row
    }
  }

  /** Adds the log-odds of a row, in hundredths, to the sums of their roles. */
  addTo(sums: Int32Array, row: number): void {
    const { rows, entries } = this
    const end = rows[row + END] as number
    for (let at = rows[row + BEGIN] as number; at < end; at++) {
      const entry = entries[at] as number
      const role = entry & ROLE_MASK
      sums[role] = (sums[role] as number) + (entry >> ROLE_BITS)
    }
  }
}
