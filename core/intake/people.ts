/**
 * Bylines 署名, credits and datelines 电头 as patterns over folded text (see characters.ts).
 * A pattern is only ever run on a bounded head, tail or short line, so none can run away.
 */
import { HAN_RANGES } from './characters'
import { largePattern } from './largePattern'

const HAN = `[${HAN_RANGES}]`
const NAME = `(?:${HAN}{1,6}·${HAN}{1,6}|${HAN}{2,4}|${HAN} ${HAN}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)`
const NAMES = `${NAME}(?:(?: ?[、,] ?| )${NAME}){0,9}`
const HOUSE = `(?:${HAN}{0,8}[融全]媒体?中心|《${HAN}{2,8}》|本报|本刊|本社|本台|本网|本站|新华社|新华网|中新社|中新网|人民网|${HAN}{2,6}(?:日报|晚报|晨报|早报|商报|时报|都市报|周报|新闻社|通讯社|电视台|电台|网))`
const ROLE = `(?:(?:首席|特约|特派|见习|实习|资深|专职|摄影|文字|全媒体|融媒体|学生|校园|小|参与|驻${HAN}{2,6})){0,3}(?:记者|通讯员|评论员|实习生|撰稿人|撰稿|编辑|作者|摄影师|观察员)`
const BULLET = '[□■◎○●▲△★☆◆◇♦▶►]'
/** A unit before its author's name: 外国语学院 甲. */
const UNIT =
  '(?:学院|大学|中学|小学|学校|学会|协会|作协|研究院|研究所|研究中心|医院|公司|集团|支队|大队|街道|社区)'
const SHOT = '(?:摄影报道|图片报道|摄影|摄|供图|图\\/文|文\\/图|图文|绘图|绘制|绘|制图|漫画)'
const TAIL_WORK = `(?:${HAN}{2,6}报[道导]|发自${HAN}{2,8}|报[道导]|采写|撰文|文|摄影报道|文\\/图|图\\/文|文图|图文|综合|整理|编译)`

const PERSON = `(?:${HOUSE} ?)?(?:${ROLE})[ :/]?${NAMES}`
const bylinePattern = largePattern(
  `^[(\\[【]?${BULLET}? ?(?:${PERSON}(?:[ 、,;/]{0,2}${PERSON}){0,5}(?: ?/? ?${TAIL_WORK})?|(?:文|撰文|文字|作者|采写|整理|编译|撰稿)[/: ]{1,2}(?:${ROLE} ?)?${NAMES}(?: (?:图|摄影|摄)[/: ]{1,2}${NAMES})?|(?:文\\/图|图\\/文|图文) ?[/:]? ?(?:${PERSON}|${NAMES})|${HOUSE}(?:特约|联合)?(?:评论员|评论部|编辑部|${HAN}{0,4}组)|(?:读者|市民|网友|居民|村民)[ :]${NAMES}|□ ?${NAMES}|${HAN}{0,14}${UNIT} (?<member>${HAN}{2,4})|${BULLET} ?(?<bare>${NAMES}))[)\\]】]?$`,
)
const BYLINE_LIMIT = 80

const bareNamesPattern = new RegExp(
  `^(?:${HAN}{2,4}|${HAN} ${HAN})(?:(?: |、)(?:${HAN}{2,3}|${HAN} ${HAN})){0,4}$`,
  'u',
)
/** The family names of some nine in ten Chinese; a bare line of names is believed only when each begins with one. */
const FAMILY_NAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '石冷洪施翟殷颜倪牛温芦季俞章鲁葛伍聂齐庞路岳包柳欧涂焦左冉桑祁耿关兰舒游景解谷邬储单苗晏阮邢尚安霍郎华卞饶穆申房项柏甄戚闵纪詹商成辛佟管凌屈盛梅盛童臧滕卓费蒙池仇岑尤隋娄巫臧鞠宁柯计桂曲苗甘仲卜虞裘缪宗宣郁杭诸吉钮荣翁荀惠封芮靳井乌巴牧车班伊宫栾厉戎祖符束蔺屠乔胥闻党贡姬寿边燕浦庄柴瞿阎艾戈匡寇巩晁荆竺权盖桓敖应祝樊阴麻凤仰蓝仝占植晋'

/** 记者的一天, 编辑是怎样工作的: a role that goes on as a phrase is no signature. */
const ROLE_IN_A_PHRASE =
  /(?:记者|通讯员|编辑|作者|摄影师|评论员|观察员|实习生)(?:的|们|是|在|和|与|说|为|从|就|不|眼|节|会|站|证|部|手记|来信|调查|行动)/u

const SENTENCE_MARK = /[。!?“”]/u
const ROLE_JOINED = new RegExp(`^${ROLE}(?<name>${HAN}{2,4})$`, 'u')

const rowPartPattern = new RegExp(
  `^(?:(?:本|${HAN}{0,4})[报刊台网])?(?:驻${HAN}{2,6})?(?:${ROLE}|摄影|图片|文字|文|图|摄)(?:${HAN}{2,3})?$`,
  'u',
)
const rolePartPattern = new RegExp(`${ROLE}(?:${HAN}{2,3})?$`, 'u')
const NAME_PART = /^\p{Script=Han}{2,4}$/u
const MOST_PARTS = 10

/** 深圳报道: where it was written, at the end of the row. */
const WORK_PART = new RegExp(`^${TAIL_WORK}$`, 'u')

const BETWEEN_PARTS = new RegExp(`(?:[ /、,:|·]|${BULLET})+`, 'u')

/** Roles and names in a row, whoever is who: 早报记者 甲 摄影 早报记者 乙, 早报记者 ◎ 甲 深圳报道. */
const isRowOfPeople = (folded: string): boolean => {
  if (BOOK.test(folded)) return false
  const parts = folded
    .replace(/^[(\[【]|[)\]】]$/gu, '')
    .split(BETWEEN_PARTS)
    .filter((part) => part !== '')
  if (parts.length < 2 || parts.length > MOST_PARTS || !rowPartPattern.test(parts[0] ?? ''))
    return false
  const roles = parts.filter((part) => rolePartPattern.test(part)).length
  return (
    roles > 0 &&
    parts.every(
      (part, at) =>
        rowPartPattern.test(part) ||
        NAME_PART.test(part) ||
        (at === parts.length - 1 && WORK_PART.test(part)),
    )
  )
}

/** 文/某研究所 甲 乙: an institution before the names. */
const WRITTEN_BY =
  /^(?:文|图|撰文|文字|文图|图文) ?\/ ?\p{Script=Han}{2,14}(?: \p{Script=Han}{2,4}){1,4}$/u

const PART =
  '(?:口述|讲述|自述|整理|采访|采写|执笔|记录|撰文|撰稿|文字|文图|图文|文|作者|编译|翻译|译者?|供稿|主持|主讲|嘉宾|对话|受访|访谈|答疑|解答|点评|指导|特邀|受访者|记者|通讯员)'
/** Who did what, each with a colon: 口述：甲 整理：乙, 受访专家：某医院主任医师 甲. */
const labelledPart = `${HAN}{0,4}${PART}(?:人|者|员|嘉宾|专家|老师|教师|律师|医生|单位)? ?[:/|] ?[${HAN_RANGES}·、() ]{2,24}?`
const labelledPeople = largePattern(`^(?:${labelledPart})(?:[ ,;/|]{1,3}${labelledPart}){0,4}$`)

/** 讲述：阿檬（化名），34岁，会计 */
const TELLER = /^(?:讲述|口述|自述|倾诉)[人者]? ?[:/] ?[^:。]{2,30}$/u
/** 作者：甲 出版社：某书局 tells of a book. */
const BOOK = /出版社|定价/u

/** The colon is asked for first: most lines have none. */
const isLabelled = (folded: string): boolean =>
  /[:/|]/u.test(folded) &&
  (TELLER.test(folded) || labelledPeople().test(folded)) &&
  !BOOK.test(folded)

/** One of these stands in every ROLE. */
const ROLE_WORD = /记者|通讯员|评论员|实习生|撰稿|编辑|作者|摄影师|观察员/u

/** A line that is nothing but a byline: 本报记者 甲 本报通讯员 乙, (记者 甲), □甲, 文/甲. */
export const isByline = (folded: string): boolean => {
  if (folded.length > BYLINE_LIMIT || SENTENCE_MARK.test(folded)) return false
  if (WRITTEN_BY.test(folded) || isLabelled(folded)) return true
  const hasRole = ROLE_WORD.test(folded)
  if (hasRole) {
    if (ROLE_IN_A_PHRASE.test(folded)) return false
    // 记者帮办: a role that runs on without a space is a name only where one begins
    const joined = ROLE_JOINED.exec(folded)?.groups?.['name']
    if (joined !== undefined && !beginsWithFamilyName(joined)) return false
  }
  const match = bylinePattern().exec(folded)
  if (match === null) return hasRole && isRowOfPeople(folded)
  const name = match.groups?.['bare'] ?? match.groups?.['member']
  return name === undefined || beginsWithFamilyName(name)
}

export const beginsWithFamilyName = (names: string): boolean =>
  FAMILY_NAMES.includes(names[0] as string)

/** Names alone on a line (张三 李四), without role or mark: evidence only between a headline and its text. */
export const isBareNames = (folded: string): boolean =>
  SPACED_NAME.test(folded) || areFamilyNames(folded)

const bracketedNames = new RegExp(
  `^\\((?:${HAN}{2,4}|${HAN} ${HAN})(?:[ 、]${HAN}{2,4}){0,3}\\)$`,
  'u',
)

/** (附图片), (未完待续): what a text says of itself, as short as a name. */
const ASIDE = /^\((?:附[图表照]|[上下左右如见]图|图表|未完|待续|续完|完|连载)/u

/** (甲乙丙), (甲乙丙 丁戊): names in brackets and nothing else. */
export const isBracketedNames = (folded: string): boolean =>
  bracketedNames.test(folded) && !ASIDE.test(folded)

/** Two characters set apart to the width of three are a name, a pen name as well. */
const SPACED_NAME = new RegExp(`^${HAN} ${HAN}$`, 'u')

const areFamilyNames = (folded: string): boolean =>
  folded.length <= 24 &&
  bareNamesPattern.test(folded) &&
  folded
    .split(/[ 、]/)
    .filter((part) => part.length > 1)
    .every((part) => FAMILY_NAMES.includes(part[0] as string)) &&
  beginsWithFamilyName(folded) &&
  !(folded.length === 4 && !/[ 、]/.test(folded))

/** Who took a picture, by the body they belong to: 校报记者团 甲 摄, 某管理处 图. */
const BODY = `${HAN}{1,12}(?:团|协会|中心|学院|学校|大学|局|馆|队|部|处|公司|集团|社|报|办)`
const creditPattern = largePattern(
  `^\\(?(?:${BODY}(?: ${NAME})? (?:${SHOT}|图)|${NAMES} ?\\/ ?图|航拍[/: ]{1,2}${NAMES}|(?:图为|图片由|照片由)?(?:(?:${HOUSE} ?)?(?:(?:${ROLE})[ :]?)?(?:${NAMES})(?: (?:${HOUSE} ?)?${ROLE} ?${NAMES})?|(?:${HOUSE} ?)(?:${ROLE})?) ?[/]? ?${SHOT}(?: ?\\(${HAN}{2,8}\\))?|(?:本版|本组|以上|文中)?(?:图片|照片|图)(?:均)?由${HAN}{2,12}(?:、${HAN}{2,12}){0,4}(?:提供|供图|摄)|(?:新华社|中新社|法新)/${HAN}{2,6}|(?:本报|人民视觉|视觉中国|${HAN}{1,4}社)(?:记者 ?${NAME} ?)?[发供](?:图|片|照片)?(?: ?\\(?${NAMES} ?摄\\)?)?|(?:特约摄影|摄影记者|摄影师|摄影|图|供图|图片|摄|图片来源|图源|摄影报道|文\\/图|图\\/文)[/: ]{1,2}(?:(?:${HOUSE} ?)?${ROLE} ?)?(?:${NAMES}|${HAN}{2,12})|(?:${HAN}{2,10} ?)?(?:资料图片|资料图|资料照片|供图|图片提供)|(?:图\\/)?(?:视觉中国|东方IC|IC photo|CFP))\\)?$`,
)
const CREDIT_LIMIT = 60

/** One of these stands in every credit: most lines have none, and are spared the pattern. */
const CREDIT_WORD = /[摄攝图圖供绘漫照片发源由CP]|航拍|文\/|新华社|中新社|法新|视觉/u

/** A picture's credit and nothing else: 本报通讯员 甲 摄, 新华社发(乙摄), 资料图片. */
export const isCredit = (folded: string): boolean =>
  folded.length <= CREDIT_LIMIT && CREDIT_WORD.test(folded) && creditPattern().test(folded)

/** 图/甲, 航拍 甲: a credit that ends with a name. */
const NAMED_CREDIT = /(?:图\/|供图\/|摄\/|航拍[ /])[^。,]{2,14}$/u

/**
 * Offset in `folded` at which a credit begins that ends the line, or -1.
 * Tries every sentence end, space and opening bracket in the tail, the longest credit first.
 */
export const creditAtEnd = (folded: string): number => {
  const trimmed = /[。.]/.test(folded.slice(-1)) ? folded.slice(0, -1) : folded
  if (!/[摄影图发供报道绘片画国提)Cp]/.test(trimmed.slice(-1)) && !NAMED_CREDIT.test(trimmed))
    return -1
  const from = Math.max(1, trimmed.length - CREDIT_LIMIT)
  for (let i = from; i < trimmed.length; i++) {
    const before = trimmed[i - 1] as string
    const here = trimmed[i] as string
    const afterStop = '。!?”…)'.includes(before) && here !== ' '
    if (!(afterStop || before === ' ' || here === '(')) continue
    if (isCredit(trimmed.slice(i))) return i
  }
  return -1
}

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

/** The offices and bodies that sign what they send. */
const SENDER =
  /(?:院|部|处|室|局|委|会|校|厂|站|中心|公司|支行|分行|集团|馆|社|队|所|街道|社区|办)$/u

const UNIT_AND_NAMES =
  /^[\p{Script=Han}\d]{2,12}(?: [\p{Script=Han}\d]{2,10})?(?:[ 、]\p{Script=Han}{2,3}){1,3}$/u

/** （研究生院）, （永宁县 家长 甲）: who sent it, in brackets and nothing else. */
export const isBracketedSender = (folded: string): boolean => {
  const inside = /^\((?<inside>[\p{Script=Han}\d 、]{2,24})\)$/u.exec(folded)?.groups?.['inside']
  if (
    inside === undefined ||
    /完|续|供稿|单位|作者|[系为是]|栏目|[协主承]办|提供|摘自|编译/u.test(inside)
  )
    return false
  return SENDER.test(inside) || UNIT_AND_NAMES.test(inside)
}

/** (某区人大办 甲), (乙): who sent it, from where; one character of a name. */
const SENT_BY = `(?![^()]*[均为系题见注]|化名|文中|左起)${HAN}{2,12} ${HAN}{2,4}|[^完续图略待上下左右附注一二三四五六七八九十甲乙丙丁]`
const sentByPattern = largePattern(`\\((?:${SENT_BY})\\)$`)
/** Who answers a reader's question is part of what is printed as the answer. */
const ANSWER = /^[“「]|^[\p{Script=Han}]{0,4}(?:答复?|问):/u
const tailBylinePattern = largePattern(
  `\\((?:据?${HOUSE}[^()]{0,30}|(?:${HOUSE} ?)?${ROLE}[^()]{1,40}|据[^()]{2,20}|${NAMES}(?: ?${TAIL_WORK})?|(?:本报)?综合[^()]{0,16}|作者[^()]{1,40})\\)$`,
)

/** Offset of a bracketed byline that ends a paragraph after its full stop (`。(记者 甲)`), or -1. */
export const bylineAtEnd = (folded: string): number => {
  if (!folded.endsWith(')')) return -1
  const from = Math.max(1, folded.length - 60)
  const tail = folded.slice(from)
  const match =
    tailBylinePattern().exec(tail) ?? (ANSWER.test(folded) ? null : sentByPattern().exec(tail))
  if (!match || ASIDE.test(match[0])) return -1
  const at = from + match.index
  const before = folded.slice(0, at).trimEnd()
  return /[。!?”…]$/.test(before) ? at : -1
}
