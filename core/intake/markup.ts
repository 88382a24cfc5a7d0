/** Copy taken out of a web page's source: named and numbered characters (HTML 13.5) and tags, read as what they show. */

/** What Chinese copy has of HTML's named characters. */
const NAMED: Readonly<Record<string, string>> = {
  ...{
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '',
    zwj: '',
    shy: '',
  },
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»' },
  ...{ mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', sect: '§', para: '¶' },
  ...{ times: '×', divide: '÷', plusmn: '±', minus: '−', deg: '°', permil: '‰', micro: 'µ' },
  ...{ yen: '¥', cent: '¢', pound: '£', euro: '€', copy: '©', reg: '®', trade: '™' },
  ...{ sup2: '²', sup3: '³', frac12: '½', frac14: '¼', frac34: '¾', prime: '′', Prime: '″' },
  ...{ le: '≤', ge: '≥', ne: '≠', asymp: '≈', larr: '←', rarr: '→', uarr: '↑', darr: '↓' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', Omega: 'Ω', mu: 'μ', pi: 'π' },
}

const CHARACTER =
  /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\da-fA-F]{1,6})|(?<name>[A-Za-z]{2,6}\d{0,2}));/gu

const TAG_NAMES =
  'html|head|body|meta|link|title|style|script|p|br|hr|div|span|section|article|strong|b|em|i|u|s|sub|sup|font|a|img|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|center|figure|figcaption|video|iframe'
const TAG = new RegExp(`</?(?<name>${TAG_NAMES})(?:\\s[^<>]{0,2000})?/?>`, 'giu')
const INLINE = /^(?:span|strong|b|em|i|u|s|sub|sup|font|a|img)$/iu
const CELL = /^(?:td|th)$/iu

/** Parts what is shown as lines, and is no line end of the source. */
const ROW = '\u2028'

/** One tag may be the copy's own words. */
const FEWEST_TAGS = 2

export interface PlainText {
  readonly text: string
  /** Named and numbered characters, and tags, that were read as what they show. */
  readonly count: number
}

function charactersOf(text: string): PlainText {
  let count = 0
  const read = text.replace(CHARACTER, (whole, ...groups) => {
    const { decimal, hex, name } = groups.at(-1) as Record<string, string | undefined>
    const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16)
    const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    const shown = name !== undefined ? NAMED[name] : isCharacter ? String.fromCodePoint(code) : null
    if (typeof shown !== 'string') return whole
    count++
    return shown
  })
  return { text: read, count }
}

const BREAKS = /\r\n|\r|\n/gu

/** The line ends of what is left out, so that what comes after keeps its line. */
const breaksIn = (text: string): string => (text.match(BREAKS) ?? []).join('')

/** Each chunk before an `end` cut where it has a `begin`; `stray` stands for an `end` that closes nothing. Linear in the text. */
function withoutPairs(text: string, begin: RegExp, end: RegExp, stray: string): string {
  const chunks = text.split(end)
  const last = chunks.pop() ?? ''
  const kept = chunks.map((chunk) => {
    const at = chunk.search(begin)
    return at < 0 ? chunk + stray : chunk.slice(0, at) + breaksIn(chunk.slice(at))
  })
  return kept.join('') + last
}

/** Comments, styles and scripts, which no browser shows. */
function withoutUnseen(text: string): string {
  const bare = withoutPairs(text, /<!--/u, /-->/u, '-->')
  const unstyled = withoutPairs(bare, /<style\b[^<>]*>/iu, /<\/style>/iu, '')
  return withoutPairs(unstyled, /<script\b[^<>]*>/iu, /<\/script>/iu, '')
}

function tagsOf(text: string): PlainText {
  const tags = text.match(TAG)?.length ?? 0
  if (tags < FEWEST_TAGS) return { text, count: 0 }
  const read = withoutUnseen(text).replace(TAG, (tag: string, ...groups) => {
    const { name = '' } = groups.at(-1) as Record<string, string>
    const shown = INLINE.test(name) ? '' : CELL.test(name) ? '\t' : ROW
    return shown + breaksIn(tag)
  })
  return { text: read, count: tags }
}

/** Whether the source shows a line of text at most in each of its own. */
const isLineByLine = (text: string): boolean =>
  text.split(BREAKS).every((line) => line.split(ROW).filter((row) => row.trim() !== '').length <= 1)

/**
 * The text as a browser shows it; a text without markup comes back as it is. Its lines are those of the source
 * where that shows one line of text at most in each, else those that are shown.
 */
export function withoutMarkup(text: string): PlainText {
  if (!/[&<]/u.test(text)) return { text, count: 0 }
  const bare = tagsOf(text)
  const once = charactersOf(bare.text)
  // what a system wrote out twice: &amp;nbsp;
  const twice = once.count > 0 ? charactersOf(once.text) : once
  const isParted = bare.count > 0 && !isLineByLine(twice.text)
  const shown = isParted ? twice.text.replaceAll(ROW, '\n') : twice.text
  return { text: shown, count: bare.count + once.count }
}
