/** The dateline 电头 and the byline that run in at the head of a paragraph. */
import { HAN_RANGES } from '../characters'
import { largePattern } from '../largePattern'
import { FAMILY_NAMES, HAN, HOUSE, NAME, NAMES, PERSON, ROLE, TAIL_WORK } from './names'

const AGENCY = `(?:本报|本刊|本台|本网|本社|新华社|新华网|中新社|中新网|中国新闻社|人民网|央视|法新社|路透社|美联社|共同社|塔斯社|${HAN}{1,6}(?:报|刊|社|网|台|融媒))`
/** 11月3日, and as older papers print it: 十四日, 九月二十五日. */
const UP_TO_99 = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const DAY = `(?:(?:\\d{4}年)?${UP_TO_99}月)?${UP_TO_99}日`
/** What a paper calls itself before 讯; 喜讯 and 快讯 name no paper. */
const PAPER = `(?!${HAN}{0,3}[通资短喜快简电音问捷]讯)${HAN}{2,6}`
/** 电 that is no part of a word: 新华社东京电 before the text, with nothing between. */
const WIRE = '电(?![视台影力子脑话动网商池车站缆梯器厂压流费灯离容能信称])'
/** A town; 接到来电 and 致电 have none. */
const TOWN = `(?:(?![接到致来打拨回收充停断用发供输配节限触漏缴购家机光风核热专])${HAN}){2,6}`
const RAN_IN = `据(?:${AGENCY})${WIRE}|(?:据|综合)?(?:新华社|中新社|本报|本刊)${TOWN}${WIRE}|本报${TOWN}讯(?!息|号|问|飞)|本[院校厂局司所馆矿站段]讯(?!息|号|问|飞)|${HAN}{1,6}社消息(?!灵)|(?:本报|本刊|本台)?综合(?:${HAN}{0,6}(?:外电|外媒|媒体|社|报|网))?报道(?= )|(?:本报|本刊|本台)综合(?:外电|外媒)?报道|据${HAN}{2,12}(?:${DAY})?报道(?= )|${HAN}{2,6}社报道(?= )|${HOUSE}(?:驻${HAN}{2,8})?(?:特派|特约)?记者 ?${NAME} ?${DAY}电(?=[ :])`
const datelinePattern = largePattern(
  `^[【\\[(]?(?:据|综合|据综合)?${AGENCY}(?:(?: ?${HAN}{2,10}(?:、${HAN}{2,10})?)? ?${DAY} ?(?:专|综合)?(?:电|讯|消息)|(?: ?${HAN}{2,8}? ?)?(?:专?电|讯|消息)(?=[ (:\\d“《]|记者|通讯员)|讯)[】\\])]?|^${HAN}{2,8}讯(?= ?\\((?:${HOUSE} ?)?${ROLE})|^${HAN}{2,6}来讯(?= )|^${PAPER}讯(?= | ?\\(${NAMES}\\))|^${HAN}{2,6}${DAY}电(?= | ?\\()|^(?:${RAN_IN})`,
)
const bracketBylinePattern = largePattern(
  `^ ?\\((?:(?:(?:${HOUSE}|[\\p{Script=Han}·]{2,14}?) ?)?${ROLE}[^()]{1,60}|${NAMES} ?(?:报道|文|整理)?|${NAMES}[ 、,;]{1,2}${ROLE}[^()]{1,40})\\)`,
)
const openBylinePattern = largePattern(
  `^ ?${PERSON}(?:[ 、,;/]{0,2}${PERSON}){0,5}(?: ?${TAIL_WORK}:?|:| (?=.)|$)`,
)
/** 甲、特约记者乙报道: after a 电头 some papers print the names without saying whose they are. */
const reportedByPattern = largePattern(
  `^ ?(?!据)${NAME}(?:[ 、,]${NAME}){0,2}(?:[ 、,]{1,2}${PERSON})? ?报[道导]:|^ ?[${FAMILY_NAMES}]${HAN}{1,2}报道(?=[\\d${HAN_RANGES}])`,
)
const HEAD_LIMIT = 120

export interface HeadWords {
  /** Offsets into the folded text: [start, end) of dateline and byline; equal when absent. */
  readonly dateline: readonly [number, number]
  readonly byline: readonly [number, number]
}

/** 本报记者 甲 发自某地, 本报记者 甲 报道: who writes, and from where, at the head of the text. */
const sentFromPattern = largePattern(
  `^${PERSON}(?:[ 、,]{0,2}${PERSON}){0,3} ?(?:发自${HAN}{2,8}|报道)(?=[ :,])[:,]?`,
)

/** One of these stands in what it matches. */
const SENT = /发自|报道/u

const rolePattern = new RegExp(`${ROLE}|报道|整理`, 'u')

/** One of these stands in every dateline and bracketed byline: most paragraphs have none. */
const HEAD_WORD = /[电讯(]|消息|发自|报道/u

/** The dateline and bracketed byline that run in at the head of a paragraph, or null when neither does. */
export const headWordsOf = (folded: string): HeadWords | null => {
  const head = folded.slice(0, HEAD_LIMIT)
  if (!HEAD_WORD.test(head)) return null
  const dateline = datelinePattern().exec(head)
  const at = dateline ? dateline[0].length : 0
  const rest = head.slice(at)
  const bracket = /^ ?\(/u.test(rest) ? bracketBylinePattern().exec(rest) : null
  if (bracket && (dateline || rolePattern.test(bracket[0]))) {
    return { dateline: [0, at], byline: [at, at + bracket[0].length] }
  }
  if (!dateline) {
    const sent = SENT.test(head) ? sentFromPattern().exec(head) : null
    return sent ? { dateline: [0, 0], byline: [0, sent[0].length] } : null
  }
  const open = openBylinePattern().exec(rest) ?? reportedByPattern().exec(rest)
  const end = open ? at + open[0].length : at
  return { dateline: [0, at], byline: [at, end] }
}
