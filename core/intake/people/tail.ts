/** The byline that ends a paragraph. */
import { HAN_RANGES } from '../characters'
import { largePattern } from '../largePattern'
import { ASIDE, HAN, HOUSE, NAME, NAMES, ROLE, ROLE_WORD, SENDER_END, TAIL_WORK } from './names'

/** What brackets at the end say of the text itself or of a picture, not who wrote it. */
const OF_THE_TEXT =
  '[^()]*[均为系题见注是共即]|[^()]*(?:化名|文中|左起|删|略|修改|改动|节选|未完|录音|资料|原载|以上|以下|时间|地点|电话|另有)|[笑哭鼓]'
/** (某区人大办 甲), (省农科院 研究员 乙), (某乡妇联), (网友“甲乙”), (某厂女工), (售货员阿甲), (乙): who sent it, from where; one character of a name. */
const SENT_BY = `(?!${OF_THE_TEXT})(?:[${HAN_RANGES}\\d、]{2,12} (?:${HAN}{2,6} )?(?:${HAN}{2,4}|${HAN} ${HAN})|${HAN}{2,14}${SENDER_END}|${HAN}{0,8}“${HAN}[^“”()。]{1,10}”|${HAN}{2,6}[老小阿]${HAN}{1,2}|${HAN}{3,8}[师员工人生者民友])|[^完续图略待上下左右附注笑一二三四五六七八九十甲乙丙丁]`
const sentByPattern = largePattern(`\\((?:${SENT_BY})\\)$`)
const ROLED = `(?:${HOUSE} ?)?${ROLE}[ :]${NAME}(?:[ 、]${NAME}){0,2}`
/** 记者 甲 with nothing round it, behind the last full stop. */
const openPattern = largePattern(
  `[。!?”…"] ?(?<byline>${ROLED}(?:[ 、,;]{1,2}${ROLED}){0,3}(?: ?${TAIL_WORK})?)$`,
)
const OPEN_TAIL = 40

/** Who answers a reader's question is part of what is printed as the answer. */
const ANSWER = /^[“「]|^[\p{Script=Han}]{0,4}(?:答复?|问):/u
const tailBylinePattern = largePattern(
  `\\((?:据?${HOUSE}[^()]{0,30}|(?:${HOUSE} ?)?${ROLE}[^()]{1,40}|据[^()]{2,20}|${NAMES}(?: ?${TAIL_WORK})?|(?:本报)?综合[^()]{0,16}|(?:作者|整理|解答|摄影|文|图|摘自|荐书人)[^()]{1,40}|${HAN}{2,8}供稿)\\)$`,
)

const openAtEnd = (folded: string): number => {
  const tail = folded.slice(-OPEN_TAIL)
  if (!ROLE_WORD.test(tail)) return -1
  const byline = openPattern().exec(tail)?.groups?.['byline']
  return byline === undefined ? -1 : folded.length - byline.length
}

/** Offset of a byline that ends a paragraph after its full stop (`。(记者 甲)`, `。记者 甲`), or -1. */
export const bylineAtEnd = (folded: string): number => {
  if (!folded.endsWith(')')) return openAtEnd(folded)
  const from = Math.max(1, folded.length - 60)
  const tail = folded.slice(from)
  const match =
    tailBylinePattern().exec(tail) ?? (ANSWER.test(folded) ? null : sentByPattern().exec(tail))
  if (!match || ASIDE.test(match[0])) return -1
  const at = from + match.index
  const before = folded.slice(0, at).trimEnd()
  return /[。!?”…"]$/.test(before) ? at : -1
}
