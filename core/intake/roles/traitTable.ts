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

/**
 * A slot: the second number of a trait's name, and one more than where its entries begin; 0 in a free one. That
 * two names meet in a slot and share this number of 32 bits is one case in billions.
 */
const SLOT = 2
const BEGIN = 1
const ROLE_BITS = 5
const ROLE_MASK = 0b11111
const LONGER = DIGITS.length - 1
const ROW_END = '\n'.charCodeAt(0)
const BETWEEN = '\t'.charCodeAt(0)
/** Slots for each row: few enough that the table stays near the processor. */
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
  /** By the lower bits of the first number of a name, each in the first free slot from there on. */
  private readonly slots: Int32Array
  private readonly lastSlot: number
  /** How many each row has, and behind it these: log-odds in hundredths, shifted by the bits of a role. */
  private readonly entries: Int32Array

  constructor(text: string) {
    const count = 2 ** Math.ceil(Math.log2(rowsIn(text) * SPARE))
    this.lastSlot = count - 1
    this.slots = new Int32Array(count * SLOT)
    this.entries = new Int32Array(text.length)
    this.read(text)
  }

  private read(text: string): void {
    const { entries } = this
    const digits = digitValues()
    let [headLow, headHigh] = [0, 0]
    let [entry, at] = [0, 0]
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
      const begin = entry++
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
      entries[begin] = entry - begin - 1
      this.place(
        lowAfter(headLow, lowOf(text, from, at)),
        highAfter(headHigh, highOf(text, from, at)),
        begin,
      )
      at++
    }
  }

  private place(low: number, high: number, begin: number): void {
    const { slots, lastSlot } = this
    let slot = low & lastSlot
    while (slots[slot * SLOT + BEGIN] !== 0) slot = (slot + 1) & lastSlot
    slots[slot * SLOT] = high
    slots[slot * SLOT + BEGIN] = begin + 1
  }

  /** Where the entries of the trait begin whose name has these numbers (tell.ts); under 0 when there is none. */
  rowOf(low: number, high: number): number {
    const { slots, lastSlot } = this
    for (let slot = low & lastSlot; ; slot = (slot + 1) & lastSlot) {
      const begin = (slots[slot * SLOT + BEGIN] as number) - 1
      if (begin < 0 || slots[slot * SLOT] === high) return begin
    }
  }

  /** Adds the log-odds of a row, in hundredths, to the sums of their roles. */
  addTo(sums: Int32Array, row: number): void {
    const { entries } = this
    const end = row + (entries[row] as number)
    for (let at = row + 1; at <= end; at++) {
      const entry = entries[at] as number
      const role = entry & ROLE_MASK
      sums[role] = (sums[role] as number) + (entry >> ROLE_BITS)
    }
  }
}
