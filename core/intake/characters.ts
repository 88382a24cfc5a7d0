import { simplified, TRADITIONAL } from './traditional'

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

const foldOne = (ch: string): string => {
  const mark = FOLDED_PUNCTUATION[ch] ?? simplified(ch)
  if (mark !== undefined) return mark
  const code = ch.charCodeAt(0)
  const fullWidthAlphanumeric = code >= 0xff10 && code <= 0xff5a
  return fullWidthAlphanumeric ? String.fromCharCode(code - 0xfee0) : ch
}

const FOLDED = new RegExp(`[，；：（）！？％．／～〔〕　「」０-ｚ${TRADITIONAL}]`, 'g')

/**
 * Full-width punctuation, digits and Latin letters to half width, the traditional characters of the intake's
 * own words to simplified, one UTF-16 unit for one. For patterns only.
 */
export const fold = (text: string): string => text.replace(FOLDED, foldOne)

export const isHan = (ch: string | undefined): boolean =>
  ch !== undefined && /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々]/u.test(ch)

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
  if (FULL_STOPS.has(mark) || (mark === '.' && isHan(text[inner - 1]))) return 'stop'
  if (mark === '…') return 'ellipsis'
  if (inner !== i) return 'closer'
  if (last === '—') return 'dash'
  if (last === '：' || last === ':') return 'colon'
  if (last === '；' || last === ';') return 'semicolon'
  if (last === '，' || last === ',' || last === '、') return 'comma'
  return 'open'
}

/** Visible length in ems: ASCII counts half. White space is not counted. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const ch of text) {
    if (ch === ' ') continue
    width += ch.charCodeAt(0) < 0x2e80 && !'“”‘’—…·'.includes(ch) ? 0.5 : 1
  }
  return width
}

/** Code points that are not white space. */
export const countVisible = (text: string): number => {
  let units = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const secondHalf =
      code >= 0xdc00 && code <= 0xdfff && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800
    if (!secondHalf && !isSpaceCode(code)) units++
  }
  return units
}

const isSpaceCode = (code: number): boolean =>
  code === 0x20 ||
  (code < 0x80
    ? code >= 0x09 && code <= 0x0d
    : (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x3000) || code === 0xfeff) &&
      /\s/.test(String.fromCharCode(code)))

export interface Balance {
  /** Opening marks still waiting for their partner at the end, per kind: “ （ 《. */
  readonly open: readonly number[]
  /** Closing marks whose partner stands before the text. */
  readonly unmatched: readonly number[]
}

const KIND_OF_OPENER: ReadonlyMap<number, number> = new Map(
  ['“「『', '（(', '《'].flatMap((marks, kind) =>
    [...marks].map((mark) => [mark.charCodeAt(0), kind] as const),
  ),
)
const KIND_OF_CLOSER: ReadonlyMap<number, number> = new Map(
  ['”」』', '）)', '》'].flatMap((marks, kind) =>
    [...marks].map((mark) => [mark.charCodeAt(0), kind] as const),
  ),
)

/** No bracket or quote of interest lies in the Han blocks, which are most of any text. */
const isIdeograph = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** Counts pairs that a text leaves open or closes for an earlier one. Linear; nesting needs no stack. */
export const balanceOf = (text: string): Balance => {
  const open = [0, 0, 0]
  const unmatched = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isIdeograph(code)) continue
    const opens = KIND_OF_OPENER.get(code)
    if (opens !== undefined) open[opens] = (open[opens] as number) + 1
    const closes = KIND_OF_CLOSER.get(code)
    if (closes === undefined) continue
    const depth = open[closes] as number
    if (depth > 0) open[closes] = depth - 1
    else unmatched[closes] = (unmatched[closes] as number) + 1
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
