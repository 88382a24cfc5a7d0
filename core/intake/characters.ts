import { simplified, TRADITIONAL } from './traditional'

/**
 * What `\p{Script=Han}` holds, for the inside of a class, but for a few marks of dead scripts; where Unicode
 * leaves gaps between its ranges, they are taken in. Spelt out, in few ranges and in whole planes, because an
 * engine compiles them anew wherever they stand: the large patterns of people.ts took tenths of a second.
 */
export const HAN_RANGES =
  '\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufad9\\u{20000}-\\u{33fff}'

/** Character classes the intake weighs. `fold` keeps the length, so offsets found in folded text hold in the original. */

const FOLDED_PUNCTUATION: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
  '％': '%',
  '．': '.',
  '／': '/',
  '～': '~',
  '〔': '[',
  '〕': ']',
  '　': ' ',
  '「': '“',
  '」': '”',
}

/** What each UTF-16 unit is folded to; 0 for itself. */
const FOLDED = new Uint16Array(0x10000)
for (let code = 0xff10; code <= 0xff5a; code++) FOLDED[code] = code - 0xfee0
for (const ch of Object.keys(FOLDED_PUNCTUATION).join('') + TRADITIONAL)
  FOLDED[ch.charCodeAt(0)] = (FOLDED_PUNCTUATION[ch] ?? simplified(ch) ?? ch).charCodeAt(0)

/**
 * Full-width punctuation, digits and Latin letters to half width, the traditional characters of the intake's
 * own words to simplified, one UTF-16 unit for one. For patterns only.
 */
export function fold(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = FOLDED[text.charCodeAt(at)] as number
    if (code === 0) continue
    folded += text.slice(from, at) + String.fromCharCode(code)
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/** An ideograph of the Basic Multilingual Plane, 〇 or 々. */
export function isHan(ch: string | undefined): boolean {
  if (ch === undefined || ch === '') return false
  const code = ch.charCodeAt(0)
  if (code >= 0x4e00) return code <= 0x9fff || (code >= 0xf900 && code <= 0xfaff)
  return (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007 || code === 0x3005
}

export const isDigit = (ch: string | undefined): boolean =>
  ch !== undefined && ch >= '0' && ch <= '9'

export const isLatin = (ch: string | undefined): boolean =>
  ch !== undefined && /^[A-Za-z\u00c0-\u024f]/.test(ch)

/** Marks that close or separate and so cannot begin a paragraph (CLREQ #prohibition_rules_for_line_start_end). */
const CANNOT_BEGIN = new Set([...',，、。.;；:：!！?？)）]】〕}”’》〉」』%％…·'])

export const cannotBegin = (ch: string | undefined): boolean =>
  ch !== undefined && CANNOT_BEGIN.has(ch)

const CLOSERS = new Set([...'”’」』）)】〕》〉]"\''])
const FULL_STOPS = new Set([...'。！？!?'])

/** How a text ends, seen through closing quotes and brackets. */
export type Ending =
  'stop' | 'ellipsis' | 'dash' | 'colon' | 'semicolon' | 'comma' | 'closer' | 'open' | 'empty'

export const endingOf = (text: string): Ending => {
  let i = text.length - 1
  while (i >= 0 && text[i] === ' ') i--
  if (i < 0) return 'empty'
  const last = text[i] as string
  let inner = i
  while (inner > 0 && CLOSERS.has(text[inner] as string)) inner--
  const mark = text[inner] as string
  const before = text[inner - 1]
  if (FULL_STOPS.has(mark) || (mark === '.' && (isHan(before) || isLatin(before)))) return 'stop'
  if (mark === '…') return 'ellipsis'
  if (inner !== i) return 'closer'
  if (last === '—') return 'dash'
  if (last === '：' || last === ':') return 'colon'
  if (last === '；' || last === ';') return 'semicolon'
  if (last === '，' || last === ',' || last === '、') return 'comma'
  return 'open'
}

/** The marks below the ideographs that are set as wide as these. */
const WIDE_MARKS = new Set([...'“”‘’—…·'].map((ch) => ch.charCodeAt(0)))

/** Visible length in ems: ASCII counts half. White space is not counted. */
export function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x2e80) width += isSecondHalf(text, at) ? 0 : 1
    else if (code !== 0x20) width += WIDE_MARKS.has(code) ? 1 : 0.5
  }
  return width
}

/** Of a character of two UTF-16 units. */
const isSecondHalf = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
  at > 0 &&
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800

/** Code points that are not white space. */
export const countVisible = (text: string): number => {
  let units = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isIdeograph(code) || (!isSecondHalf(text, i) && !isSpaceCode(code))) units++
  }
  return units
}

/** What \s holds. */
const isSpaceCode = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 && (code <= 0x3000 || code === 0xfeff) && SPACES.has(code)
const SPACES = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
for (let code = 0x2000; code <= 0x200a; code++) SPACES.add(code)

export interface Balance {
  /** Opening marks still waiting for their partner at the end, per kind: “ （ 《. */
  readonly open: readonly number[]
  /** Closing marks whose partner stands before the text. */
  readonly unmatched: readonly number[]
}

/** One more than the kind of pair that a mark opens, as a negative number where it closes one; 0 for what is none. */
const PAIRS = new Int8Array(0x10000)
for (const [kind, openers] of ['“「『', '（(', '《'].entries())
  for (const mark of openers) PAIRS[mark.charCodeAt(0)] = kind + 1
for (const [kind, closers] of ['”」』', '）)', '》'].entries())
  for (const mark of closers) PAIRS[mark.charCodeAt(0)] = -kind - 1

/** No bracket or quote of interest lies in the Han blocks, which are most of any text. */
const isIdeograph = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** Counts pairs that a text leaves open or closes for an earlier one. Linear; nesting needs no stack. */
export const balanceOf = (text: string): Balance => {
  const open = [0, 0, 0]
  const unmatched = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isIdeograph(code)) continue
    const pair = PAIRS[code] as number
    if (pair === 0) continue
    const kind = Math.abs(pair) - 1
    const depth = open[kind] as number
    if (pair > 0) open[kind] = depth + 1
    else if (depth > 0) open[kind] = depth - 1
    else unmatched[kind] = (unmatched[kind] as number) + 1
  }
  return { open, unmatched }
}

/** Parts of one text set as one: Latin words keep the space between them, Chinese has none. */
export const joinTexts = (parts: readonly string[]): string =>
  parts
    .map((part, i) => {
      const before = parts[i - 1]
      return before && isLatin(before[before.length - 1]) && isLatin(part[0]) ? ` ${part}` : part
    })
    .join('')
