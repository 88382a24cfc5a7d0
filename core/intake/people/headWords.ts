/** The dateline 电头 and the byline that run in at the head of a paragraph. */
import { HAN_RANGES } from '../characters'
import { largePattern } from '../largePattern'
import {
  ASIDE,
  BULLET,
  FAMILY_NAMES,
  beginsWithFamilyName,
  HAN,
  HOUSE,
  NAME,
  NAMES,
  PERSON,
  ROLE,
  ROLE_IN_A_PHRASE,
  TAIL_WORK,
} from './names'

const AGENCY = `(?:本报|本刊|本台|本网|本社|新华社|新华网|中新社|中新网|中国新闻社|人民网|央视|法新社|路透社|美联社|共同社|塔斯社|${HAN}{1,6}(?:报|刊|社|网|台|融媒))`
/** 11月3日, and as older papers print it: 十四日, 九月二十五日. */
const UP_TO_99 = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const DAY = `(?:(?:\\d{4}年)?${UP_TO_99}月)?${UP_TO_99}日`
/** What a paper calls itself before 讯; 喜讯 and 快讯 name no paper. */
const PAPER = `(?!${HAN}{0,3}[通资短喜快简电音问捷]讯)${HAN}{1,6}`
/** 电 that is no part of a word: 新华社东京电 before the text, with nothing between. */
const WIRE = '电(?![视台影力子脑话动网商池车站缆梯器厂压流费灯离容能信称])'
/** A town; 接到来电 and 致电 have none. */
const TOWN = `(?:(?![接到致来打拨回收充停断用发供输配节限触漏缴购家机光风核热专])${HAN}){2,6}`
const OWN = '(?:本报|本刊|本台)'
/** What stands right before the text, with nothing between, or is known by the space behind it. */
const RAN_IN = [
  `据(?:${AGENCY})${WIRE}`,
  `(?:据|综合)?(?:新华社|中新社|本报|本刊)${TOWN}${WIRE}`,
  `新华社${WIRE}`,
  `(?!${HAN}{1,5}[水火邮闪雷气唁贺急密强弱静]电)${TOWN}电(?= [^ ]{12})`,
  `本报${TOWN}讯(?!息|号|问|飞)`,
  '本[院校厂局司所馆矿站段]讯(?!息|号|问|飞)',
  `${HAN}{1,6}社消息(?!灵)`,
  `${OWN}?综合(?:${HAN}{0,6}(?:外电|外媒|媒体|社|报|网))?报道(?= )`,
  `${OWN}综合(?:外媒)?报道`,
  `${OWN}综合(?= )`,
  `(?:综合)?据?${HAN}{2,8}(?:、${HAN}{2,8})?(?:网|报|电视台)(?:${DAY})?消息(?= )`,
  `据${HAN}{2,12}(?:${DAY})?报道(?= )`,
  `据《${HAN}{2,12}》(?:${DAY})?(?:报道|消息|讯|电)?(?= )`,
  `据${HAN}{1,8}(?:报|网|新闻|广播|电视台|电台|社)(?= )`,
  `${HAN}{2,6}社报道(?= )`,
  `${HOUSE}(?:驻${HAN}{2,8})?(?:特派|特约)?记者 ?${NAME} ?${DAY}电(?=[ :])`,
].join('|')
/** 【特讯】, （综合讯）, （怡保30日讯）: in brackets of its own, before text. 【简讯】 and 【快讯】 are names of columns. */
const IN_BRACKETS = `[【\\[(](?!${HAN}{0,6}[通资短喜快简电音问捷]讯)(?:${HAN}{1,9}(?: ?${DAY})? ?|又|特)(?:专讯|讯|消息)[】\\])](?= ?.{8})`
/** 综合外电, （本报综合外电29日报道）: what was put together from the wires, unless a sentence says so. */
const FROM_WIRES = `[【\\[(]?${OWN}?综合外电(?:(?:${DAY})?(?:报道|消息))?[】\\])]?(?![,、:显指称])`
const datelinePattern = largePattern(
  `^${FROM_WIRES}|^(?:${BULLET} ?)?[【\\[(]?(?:据|综合|据综合)?${AGENCY}(?:(?: ?${HAN}{2,10}(?:、${HAN}{2,10})?)? ?${DAY} ?(?:专|综合)?(?:电|讯|消息)|(?: ?${HAN}{2,8}? ?)?(?:专?电|讯|消息)(?=[ (:\\d“《]|记者|通讯员)|讯)[】\\])]?|^${HAN}{2,8}讯(?= ?\\((?:${HOUSE} ?)?${ROLE})|^(?:${HAN}{2,6}来|又|特)讯(?= )|^${PAPER}讯(?= | ?\\(${NAMES}\\))|^${HAN}{2,6}${DAY}电(?= | ?\\()|^(?:${RAN_IN})|^${IN_BRACKETS}`,
)
const bracketBylinePattern = largePattern(
  `^ ?[(【\\[](?:(?:(?:${HOUSE}|[\\p{Script=Han}·]{2,14}?) ?)?${ROLE}[^()【】]{1,60}|${NAMES} ?(?:报道|文|整理)?|${NAMES}[ 、,;]{1,2}${ROLE}[^()]{1,40})[)】\\]]`,
)
const openBylinePattern = largePattern(
  `^ ?${PERSON}(?:[ 、,;/]{0,2}${PERSON}){0,5}(?: ?${TAIL_WORK}:?|:| (?=.)|$)`,
)
/** 甲、特约记者乙报道: after a 电头 some papers print the names without saying whose they are. */
const reportedByPattern = largePattern(
  `^ ?(?!据)${NAME}(?:[ 、,]${NAME}){0,2}(?:[ 、,]{1,2}${PERSON})? ?报[道导]:|^ ?[${FAMILY_NAMES}]${HAN}{1,2}报道(?=[\\d${HAN_RANGES}])`,
)
/** （本报讯　通讯员 甲）: one pair of brackets round 电头 and 署名. */
const closingPattern = /^[ :]?[^()[\]【】。]{2,50}[)\]】]/u
/** （老K）, （司法所 甲）: whatever stands in brackets right behind a 电头, if it is short. */
const shortBracketPattern = /^ ?\([^()\d。,;:]{1,14}\)/u
/** 本报讯 甲　…: a name between a 电头 and the text, set apart from both. */
const nameApartPattern = new RegExp(`^ (?<name>${HAN}{2,3}|${HAN} ${HAN}) (?=[^ ]{8})`, 'u')
/** Names of places that begin as family names do: （江西） before a brief says where it comes from. */
const PLACES = '(?:江[苏西南北]|安[徽庆]|金华|[温常徐]州|黄[山石]|石家庄|宁[夏波]|韩国|古巴)'
/** （甲乙丙） before the text, （文/甲）, （司法所 甲）: without a 电头 the name must look like one. */
const nameAlonePattern = new RegExp(
  `^\\((?:文(?:/图)?[/: ] ?(?:${NAMES})|(?:${HAN}{2,10} )?(?!${PLACES})(?<name>${HAN}{2,3}|${HAN} ${HAN}))\\)(?=[^ ]{8})`,
  'u',
)
const HOUSED = `(?:${BULLET} ?)?(?:${HOUSE} ?)?`
/** 本报记者 甲　昨日, ◎ 通讯员　乙　…, 记者 丙“…: set apart from the text, as a sentence's subject never is. */
const apartPattern = largePattern(
  `^${HOUSED}${ROLE}(?:[ :/]${NAME}|(?<name>${HAN}{2,3}))(?:[ 、,;/]{1,3}${NAME}){0,3}(?:[ 、,;/]{1,3}(?:${HOUSE} ?)?${ROLE}[ :/]?${NAME}){0,3} (?=[^ ]{9})(?=.*[,。!?])|^${HOUSED}${ROLE} ${NAME}(?=[\\d“])`,
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

/** One of these stands in every dateline and byline of a head: most paragraphs have none. */
const HEAD_WORD = /^据|[电讯(]|消息|发自|报道|综合|记者|通讯员|实习生|撰稿/u

const NOWHERE = [0, 0] as const

/** A name that is known by nothing else begins as family names do. */
const isFamilyName = (match: RegExpExecArray | null): match is RegExpExecArray =>
  match !== null &&
  (match.groups?.['name'] === undefined || beginsWithFamilyName(match.groups['name']))

/** The byline where no dateline stands before it, or null. */
const bylineAlone = (head: string): HeadWords | null => {
  const bracket = /^[(【[]/u.test(head) ? bracketBylinePattern().exec(head) : null
  if (bracket && rolePattern.test(bracket[0]) && !ROLE_IN_A_PHRASE.test(bracket[0]))
    return { dateline: NOWHERE, byline: [0, bracket[0].length] }
  const name = ASIDE.test(head) ? null : nameAlonePattern.exec(head)
  if (isFamilyName(name)) return { dateline: NOWHERE, byline: [0, name[0].length] }
  const sent = SENT.test(head) ? sentFromPattern().exec(head) : null
  const apart = sent ?? apartPattern().exec(head)
  return isFamilyName(apart) && !ROLE_IN_A_PHRASE.test(apart[0])
    ? { dateline: NOWHERE, byline: [0, apart[0].length] }
    : null
}

/** Length of the byline behind a dateline; 0 without one. */
const bylineBehind = (dateline: string, rest: string): number => {
  const isOpen = /^[【[(]/u.test(dateline) && !/[】\])]$/u.test(dateline)
  const byline = isOpen
    ? closingPattern.exec(rest)
    : ((/^ ?[(【[]/u.test(rest) ? bracketBylinePattern().exec(rest) : null) ??
      shortBracketPattern.exec(rest) ??
      openBylinePattern().exec(rest) ??
      reportedByPattern().exec(rest))
  if (byline !== null) return byline[0].length
  const name = nameApartPattern.exec(rest)
  return isFamilyName(name) ? name[0].length : 0
}

/** The dateline and byline that run in at the head of a paragraph, or null when neither does. */
export const headWordsOf = (folded: string): HeadWords | null => {
  const head = folded.slice(0, HEAD_LIMIT)
  if (!HEAD_WORD.test(head)) return null
  const dateline = datelinePattern().exec(head)?.[0]
  if (dateline === undefined) return bylineAlone(head)
  const at = dateline.length
  return { dateline: [0, at], byline: [at, at + bylineBehind(dateline, head.slice(at))] }
}
