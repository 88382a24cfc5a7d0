/**
 * What a character is to the composer. The sets follow the tables
 * of punctuation marks in W3C's Requirements for Chinese Text Layout (CLREQ, W3C
 * Software and Document License) and GB/T 15834-2011 §5.1; iteration marks,
 * prefixes and suffixes follow cl-09, cl-12 and cl-13 of its Japanese sister, JLREQ.
 */
export const CharClass = {
  /** Ideographs, kana, full-width letters: a body of 1 em, breakable on both sides. */
  han: 0,
  open: 1,
  close: 2,
  /** ，、；： */
  pause: 3,
  /** 。！？． */
  stop: 4,
  /** Interpunct: fixed ½ em. */
  middle: 5,
  /** 破折号 of two em dashes. */
  dash: 6,
  ellipsis: 7,
  /** 连接号 between what it joins: ～ – ~ and a single em dash. */
  connector: 8,
  /** 分隔号 / ／ */
  solidus: 9,
  latin: 10,
  digit: 11,
  space: 12,
  /** U+3000 and other spaces of fixed width. */
  fixedSpace: 13,
  /** Currency signs and the like, before a number. */
  prefix: 14,
  /** Per cent, degrees and the like, after a number. */
  suffix: 15,
  latinOpen: 16,
  latinClose: 17,
  hyphen: 18,
  /** 々 and its kin: no line starts with them. */
  iteration: 19,
  /** Circled numbers, bullets, arrows: like Han, but no gap is set beside them. */
  symbol: 20,
  /** Combining mark drawn over the cell before it. */
  mark: 21,
  /** A line end asked for by the text. */
  newline: 22,
} as const

export type CharClass = (typeof CharClass)[keyof typeof CharClass]

const SETS: readonly (readonly [CharClass, string])[] = [
  [CharClass.open, '“‘「『（《〈【〖〔［｛｟〘〝'],
  [CharClass.close, '”’」』）》〉】〗〕］｝｠〙〟'],
  [CharClass.pause, '，、；：'],
  [CharClass.stop, '。．！？'],
  [CharClass.middle, '·・‧･'],
  [CharClass.dash, '⸺'],
  [CharClass.ellipsis, '…⋯‥․︙'],
  [CharClass.connector, '～–—~〜゠‐‑'],
  [CharClass.solidus, '/／'],
  [CharClass.space, ' \t'],
  [
    CharClass.fixedSpace,
    '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ],
  [CharClass.prefix, '$¥£€#№￥＄￡＃'],
  [CharClass.suffix, '%‰°℃℉′″‵￠％﹪㏄㎎㎏㎜㎝㎞㎡㎥㏑㏒㏕ℓ'],
  [CharClass.latinOpen, '([{«'],
  [CharClass.latinClose, ')]}»,.:;!?'],
  [CharClass.hyphen, '-'],
  [CharClass.iteration, '々〻ゝゞヽヾ〆ー'],
  [CharClass.stop, '‼⁇⁈⁉'],
  [CharClass.newline, '\n\r\u000b\u000c\u0085\u2028\u2029'],
]

const TABLE = new Uint8Array(0x10000)

function fill(from: number, to: number, value: CharClass): void {
  TABLE.fill(value, from, to + 1)
}

fill(0x21, 0x2e7f, CharClass.latin)
fill(0x2000, 0x2e7f, CharClass.symbol)
fill(0xfb00, 0xfdff, CharClass.latin)
fill(0xe000, 0xf8ff, CharClass.symbol)
fill(0xff61, 0xffdc, CharClass.latin)
fill(0x3248, 0x324f, CharClass.symbol)
fill(0x3200, 0x33ff, CharClass.symbol)
fill(0x30, 0x39, CharClass.digit)
fill(0x300, 0x36f, CharClass.mark)
fill(0x1ab0, 0x1aff, CharClass.mark)
fill(0x20d0, 0x20ff, CharClass.mark)
fill(0xfe20, 0xfe2f, CharClass.mark)
fill(0x3099, 0x309a, CharClass.mark)
for (const [value, characters] of SETS) {
  for (const character of characters) TABLE[character.charCodeAt(0)] = value
}

/** The class of a code point by itself; quotes and dashes may turn Latin by context. */
export function classOf(codePoint: number): CharClass {
  if (codePoint < 0x10000) return (TABLE[codePoint] ?? CharClass.han) as CharClass
  return codePoint >= 0x1f000 && codePoint < 0x20000 ? CharClass.symbol : CharClass.han
}

/** Whether a full-width mark of this class has its blank half on the right. */
export const hasRightBlank = (value: number): boolean =>
  value === CharClass.close || value === CharClass.pause || value === CharClass.stop

/** Latin letters, digits and what is set with them: the side of a Han–Latin gap that is not Han. */
export const isLatinSide = (value: number): boolean =>
  value === CharClass.latin ||
  value === CharClass.digit ||
  value === CharClass.prefix ||
  value === CharClass.suffix

/** Letters, digits and the marks inside and around words: what a Latin face sets together. */
export const isWordPart = (value: number): boolean =>
  value === CharClass.latin ||
  value === CharClass.digit ||
  value === CharClass.latinOpen ||
  value === CharClass.latinClose ||
  value === CharClass.hyphen

/** Characters that add no ink and no width of their own: they stay with the cell before them. */
export function isIgnorable(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff) ||
    (codePoint < 0x20 && classOf(codePoint) === CharClass.han)
  )
}

/**
 * Whether a UTF-16 unit is a character by itself and asks nothing of its
 * neighbours: no half of a pair, not ignorable, no space that forbids a break.
 * Told by ranges wide enough to be told fast.
 */
export const isPlain = (unit: number): boolean =>
  (unit >= 0x3000 && unit < 0xd800) ||
  (unit >= 0x20 && unit < 0xa0) ||
  (unit >= 0x2010 && unit < 0x202a) ||
  (unit >= 0xff00 && unit < 0xfff0)

/** Skin tones, which change the emoji before them. */
export const isEmojiModifier = (codePoint: number): boolean =>
  codePoint >= 0x1f3fb && codePoint <= 0x1f3ff

export const ZERO_WIDTH_JOINER = 0x200d
export const ZERO_WIDTH_SPACE = 0x200b
export const SOFT_HYPHEN = 0xad
/** No break on either side: word joiner, zero-width no-break space. */
export const isJoiner = (codePoint: number): boolean => codePoint === 0x2060 || codePoint === 0xfeff
