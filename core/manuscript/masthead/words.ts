/** What the words of a page's standing lines are: a paper's name, a section's, a 版次, a duty. */
import { numberOf } from '../../intake/numerals'

/** A periodical is a paper, or a section of the paper that is named beside it. */
export type WordKind = 'paper' | 'periodical' | 'section' | 'folio' | 'bareFolio' | 'duty' | 'other'

export interface Word {
  /** Where it stands in its line. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly kind: WordKind
}

const DUTY =
  /^(?:本版|本期|执行|值班|责任|图片|美术|视觉|电子|新闻|投稿|联系|广告|订阅|发行|读者)?(?:编辑|责编|主编|总编辑?|编委|编审|美编|图编|组版|版式|排版|照排|设计|视觉|校对|审读|监制|统筹|策划|主持人?|记者|主任|电话|热线(?!新闻)|专线|邮箱|信箱|来稿|投稿|传真|网址|地址|社址|邮编|微信|微博|邮发代号|零售价?|定价|印刷|总第|主办|协办|承办|出版)/u

/** 今日8版 and 共8版 count the pages; they name none. */
const COUNTED = /^(?:今[日天]|本[期报]|共)/u
const FOLIO = /^第?([A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})[版页]$/u
const CIRCLED = /^([①-⑳])版?$/u
const BARE = /^(?:[A-Z]{1,2}\d{1,2}|\d{1,2}|[一二三四五六七八九十]{1,2})$/u
/** 16-17, C04—05: two pages made as one. */
const SPREAD = /^([A-Z]{0,2}\d{1,2})[-—–~～][A-Z]{0,2}\d{1,2}$/u

const PAPER = /^\p{Script=Han}{1,10}[报報]$/u
/** Words that end like a paper's name and are none. */
const NO_PAPER =
  /^(?:本[报報]|欢迎|订阅|投稿|请|见|上|下)|机关[报報]$|(?:预|喜|通|公|举|申|情|海|捷|战|汇|网|电)[报報]$|^(?:双?周|半?月|旬|院|校|厂|社|日|晚|早|晨)[报報]$/u
const PERIODICAL = /^\p{Script=Han}{2,10}(?:周刊|导刊|旬刊|月刊|画刊|晨刊|晚刊|杂志)$/u

/** Two to six characters, or two names with a dot between them. */
const SECTION = /^\p{Script=Han}{2,6}$|^\p{Script=Han}{2,6}[·・•]\p{Script=Han}{2,6}$/u
const NO_SECTION =
  /^[起至止]|发至|版次|通版|^第.{1,3}[张張叠]$|[报報]社$|(?<![青少])年|[月号期版初廿晴雨阴℃]|多云|星期|^周[一二三四五六日]$|^农历|今日|本[报期版]|主[办管]|出版|资料|交流|赠阅|电话|导[读航]|看点|提要|要目|索引|天气|机关|[报報]$|^广告$|编委会|编辑部|记者|通讯员/u

/** Digits of a circled number follow each other. */
const circledNumber = (circled: string): string => String((circled.codePointAt(0) ?? 0) - 0x245f)

/** A 版次 without leading zeros (3, A07), from its printed form; null when the word is none. */
export function folioIn(word: string): string | null {
  const circled = CIRCLED.exec(word)?.[1]
  if (circled !== undefined) return circledNumber(circled)
  const bare = BARE.test(word) ? word : SPREAD.exec(word)?.[1]
  const printed = FOLIO.exec(word)?.[1] ?? bare
  if (printed === undefined) return null
  return /^[0-9A-Z]/u.test(printed) ? printed.replace(/^0+(?=.)/u, '') : String(numberOf(printed))
}

/** The 版次 is the first of two: what is printed says more than it. */
export const isSpread = (word: string): boolean => SPREAD.test(word)

function kindOf(word: string): WordKind {
  if (!COUNTED.test(word) && (FOLIO.test(word) || CIRCLED.test(word))) return 'folio'
  if (BARE.test(word) || SPREAD.test(word)) return 'bareFolio'
  if (DUTY.test(word)) return 'duty'
  if (PAPER.test(word)) return NO_PAPER.test(word) ? 'other' : 'paper'
  if (PERIODICAL.test(word)) return 'periodical'
  return SECTION.test(word) && !NO_SECTION.test(word) ? 'section' : 'other'
}

/** 澜溪晚报·社会, 澜溪晚报副刊, 要闻·2: a name, and a section's or the 版次 without a space between them. */
const RUN_TOGETHER =
  /(?<=\p{Script=Han}[报報])(?:[·・•](?=\p{Script=Han}{2,6}$)|(?=(?:副刊|周刊|特刊|专刊)$))|(?<=\p{Script=Han}{2})[·・•]?(?=\d{1,2}$)/u

/** 第 03 版, 第3版要闻, A05评论, A06·法治: 版次 with its own spaces, and with the section behind it. */
const FOLIO_PARTS =
  /第?\s?(?:[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s?版(?=$|[\s:：·|｜¦/,，]|\p{Script=Han}{2,4}(?:$|\s))|第\s?\d{1,3}\s?页|(?<![\w.])[A-Z]\d{1,2}(?=[·・•]?\p{Script=Han}{2})/gu

/** What lies between the marks and spaces that set the parts of a line apart; a dot inside belongs to its word. */
const PIECES =
  /[^\s|｜¦/／:：,，;；()（）《》【】[\]<>●·・•]+(?:[·・•][^\s|｜¦/／:：,，;；()（）《》【】[\]<>●·・•]+)*/gu

/** Where the words of a stretch of a line stand. */
function stretches(text: string, at: number): readonly (readonly [number, number])[] {
  return [...text.matchAll(PIECES)].flatMap(({ index, 0: piece }) => {
    const [from, to] = [at + index, at + index + piece.length]
    const parted = RUN_TOGETHER.exec(piece)
    if (!parted) return [[from, to] as const]
    const middle = from + parted.index
    return [[from, middle] as const, [middle + parted[0].length, to] as const]
  })
}

/** 今日, 共 before a 版次 count the pages. */
const COUNTS_BEFORE = /(?:今[日天]|本期|共)\s{0,2}$/u

/** 要　闻: a name whose characters are set apart. */
const SET_APART = /^\s*\p{Script=Han}(?:\s+\p{Script=Han}){1,7}\s*$/u

/** The words of a line; what lies in `taken` (a date) is passed over. */
export function wordsOf(
  line: string,
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly Word[] {
  if (SET_APART.test(line)) {
    const text = line.replace(/\s/gu, '')
    return [{ from: 0, to: line.length, text, kind: kindOf(text) }]
  }
  const folios = [...line.matchAll(FOLIO_PARTS)]
    .filter(({ index }) => !COUNTS_BEFORE.test(line.slice(0, index)))
    .filter(({ index }) => !/[0-9A-Z一二三四五六七八九十]$/u.test(line.slice(0, index)))
    .map(({ index, 0: text }): Word => {
      const to = index + text.length
      const from = to - text.trimStart().length
      return { from, to, text: text.replace(/\s/gu, ''), kind: 'folio' }
    })
  const gaps = [...taken, ...folios].sort((a, b) => a.from - b.from)
  const words: Word[] = [...folios]
  let from = 0
  for (const gap of [...gaps, { from: line.length, to: line.length }]) {
    for (const [start, end] of stretches(line.slice(from, Math.max(from, gap.from)), from)) {
      const text = line.slice(start, end)
      words.push({ from: start, to: end, text, kind: kindOf(text) })
    }
    from = Math.max(from, gap.to)
  }
  words.sort((a, b) => a.from - b.from)
  const duty = words.findIndex(({ kind }) => kind === 'duty')
  // behind a duty stand names, which are written like sections
  return words.map((word, at) =>
    duty >= 0 && at > duty && word.kind === 'section' ? { ...word, kind: 'other' } : word,
  )
}
