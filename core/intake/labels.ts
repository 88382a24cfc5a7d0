/** Named things of a newspaper page as patterns over folded text: boxes, notes, furniture. */
import { HAN_RANGES } from './characters'
import { numberOf } from './numerals'

const TIP =
  '(?:阅读|核心|内容|新闻|要点)(?:提示|阅读|提要|摘要|导读|内容)|提 ?要|本文提要|导读|导语|阅读导引'
const NOTE =
  '编者按|编者的话|编者语|编者注|编后|编后话|编后语|编辑点评|编辑手记|开栏的话|开栏语|按语|主持人语'

const labelAlone = (names: string): RegExp =>
  new RegExp(`^[\\[【■●◆▲□]?\\s?(?:${names})\\s?[\\]】]?:?$`)
const labelRunIn = (names: string): RegExp =>
  new RegExp(`^(?:[\\[【](?:${names})[\\]】]:?|[■●◆▲□]?\\s?(?:${names}):)\\s?`)

const tipAlone = labelAlone(TIP)
const tipRunIn = labelRunIn(TIP)
const noteAlone = labelAlone(NOTE)
const noteRunIn = labelRunIn(NOTE)
/** 温馨提示：, 小档案：, run in before the text of a box that stands beside a story. */
const asideRunIn = labelRunIn(
  '小贴士|贴士|小提示|小档案|(?:人物|作者|专家|企业|公司|学校|单位|景区)(?:名片|小传|简介|档案)|(?:温馨|安全|出行|健康|消费|办事)提示|名词解释|知识链接|相关链接|新闻链接',
)
/** 开栏的话 with a space before what it says. */
const noteSpaced = /^(?:开栏的话|开栏语|编者按|编者的话|编后) (?=[^ ]{24})/u

export interface LabelFound {
  readonly box: 'tip' | 'note'
  /** Length of the label at the head of the line; the whole line when it stands alone. */
  readonly length: number
  readonly alone: boolean
}

/** A box label (阅读提示, 核心提示 …) or note label (编者按 …) at the head of a line. */
export const labelOf = (folded: string): LabelFound | null => {
  const head = folded.slice(0, 24)
  if (folded.length < 14 && tipAlone.test(folded))
    return { box: 'tip', length: folded.length, alone: true }
  if (folded.length < 14 && noteAlone.test(folded))
    return { box: 'note', length: folded.length, alone: true }
  const tip = tipRunIn.exec(head)
  if (tip) return { box: 'tip', length: tip[0].length, alone: false }
  const aside = asideRunIn.exec(head)
  const note =
    noteRunIn.exec(head) ??
    (aside && folded.length > aside[0].length ? aside : noteSpaced.exec(folded.slice(0, 40)))
  return note ? { box: 'note', length: note[0].length, alone: false } : null
}

const opening = /^[[【■●◆▲□]?\s?(?:开栏的话|开栏语|编者按|按语|主持人语)/u

/** 开栏的话, 编者按: a note that stands before what it speaks of, never after it. */
export const opensStory = (folded: string): boolean => opening.test(folded)

const DUTY =
  '(?:本版|本期|值班|本报|本刊|联系|咨询|报名|服务|学生|刊登|广告|读者|读者服务|发行|订阅|报料|爆料|投诉)?(?:责任编辑|责编|编辑|主编|总编辑|副总编|编委|美编|美术编辑|版式|版式设计|视觉|视觉设计|校对|责任校对|审读|审校|编审|总编|编发|版面设计|承办|协办|组织|公众号|检校|组版|制图|统筹|策划|值班主任|值班编委|热线|电话|新闻热线|邮箱|电子信箱|投稿邮箱|E-?mail|网址|微信|微博|出版|主办|地址|邮编|邮政编码|国内统一刊号|国内统一连续出版物号|邮发代号|传真|零售|零售价|定价|印刷|总第)'
const dutyPattern = new RegExp(`^[■●◆□▲]?\\s?(?:${DUTY}(?:[/、 ]${DUTY})*)(?:[:：/]|\\s)`, 'iu')
const dutyAgain = new RegExp(`(?:${DUTY})\\s?[:：/]`, 'iu')
const dutyValue = new RegExp(
  `^[■●◆□▲]?\\s?(?:${DUTY}[/、 :：]{0,2})+(?:[${HAN_RANGES}]{2,3}(?=$|[ 、/])|[${HAN_RANGES}] [${HAN_RANGES}](?=$|[ 、/])|[\\w@.:/()-]{4,})`,
  'iu',
)
const dutyWord = new RegExp(`(?:${DUTY})(?=[\\s:：/])`, 'giu')
const datePattern =
  /^(?:\d{4}年)\d{1,2}月\d{1,2}日[\s,]*(?:星期[一二三四五六日天])?(?:[\s,]*(?:农历)?[^。,]{0,24})?$/u
/** The page's head: paper, date, 版次 and section set apart by spaces. */
const headPattern =
  /(?:^|\s)\d{4}(?:年\d{1,2}月\d{1,2}日|[./-]\d{1,2}[./-]\d{1,2})(?:$|\s|星期|周)/u
const folioPattern =
  /^(?:第\s?[A-Z]?\d{1,3}\s?版(?:[: ]\s?[\u4e00-\u9fff]{2,6})?|[A-Z]\d{1,3}|\d{1,3}\s?版)$/u
/** 第47期, 总第2316期: the number of a paper's issue among parts set apart by spaces. */
const issuePattern = /(?:^|\s)(?:第|总第?) ?\d{1,6} ?期(?:$|\s)/u
/** A 版次 and a date on one line are the head of the page, in whatever order they stand. */
const folioAnywhere = /(?:^|\s)第?\s?[A-Z]?\d{1,3}\s?版(?:$|\s)/u
const dateAnywhere = /(?:^|\s)(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:$|\s|星期)/u
const weekPattern = /星期[一二三四五六日天]/u

const indexPattern =
  /\((?:详?见|转)?(?:第\s?)?[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?版\)$|(?:详见|见|转)第?\s?[A-Z]?\d{1,3}\s?版$|(?:…|\.{2,}|·{2,})\s?[A-Z]?\d{1,3}(?:版)?$/u
/** An invitation to the paper's own channels. */
const channelPattern =
  /^(?:扫码|扫一扫|扫描|长按|识别)[^,。]{0,24}(?:二维码|关注|观看|加入|下载|更多|视频|阅读|客户端)/u
/** What the paper says of itself to its readers and contributors. */
const invitePattern =
  /^(?:欢迎(?:订阅|投稿|赐稿|来稿|扫码)|(?:爆料|报料|来稿)有奖|题字[: ]|题签[: ]|刊头题字)/u
/** 投稿请寄…: where to send what one writes for this page. */
const submitPattern = /^(?:投稿|来稿|稿件|赐稿|供稿)(?:请|邮箱|信箱|热线|至|地址|方式)/u
const indexLabel =
  /^[●■◆▲【[]?\s?(?:今日|本期|本报|新闻|版面|精彩|要闻|内页)(?:导读|看点|提要|要目|导航|导览|索引)[】\]]?$/u

/** Stands behind the name of every duty: most lines have none, and are spared the patterns. */
const DUTY_END = /[\s:：/]/u
/** How entries of an index end. */
const INDEX_END = /[)版\d]/u

/** Lines of the page itself: 责任编辑, date line, folio, hot line, the index of the inner pages. */
export const isFurniture = (folded: string): boolean => {
  if (folded.length > 100 || folded.includes('。') || /[!?]/.test(folded.slice(-1))) return false
  if (DUTY_END.test(folded)) {
    if ((folded.match(dutyWord)?.length ?? 0) >= 2) return true
    if (dutyPattern.test(folded)) return dutyAgain.test(folded) || dutyValue.test(folded)
  }
  if (channelPattern.test(folded) || submitPattern.test(folded) || invitePattern.test(folded))
    return true
  if (indexLabel.test(folded)) return true
  const isShort = folded.length <= 40
  if (isShort && INDEX_END.test(folded.slice(-1)) && indexPattern.test(folded)) return true
  if (folded.includes(' ') && headPattern.test(folded) && !/[,;]/.test(folded)) return true
  if (datePattern.test(folded) || folioPattern.test(folded)) return true
  if (folded.length > 50) return false
  if (folded.includes('期') && issuePattern.test(folded) && !/[,;]/.test(folded)) return true
  if (folded.includes('版') && folioAnywhere.test(folded) && dateAnywhere.test(folded))
    return !/[,;]/.test(folded)
  return weekPattern.test(folded) && /\d{1,2}月\d{1,2}日/.test(folded) && !/[,;]/.test(folded)
}

const NUMERAL_DATE =
  /[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u

/** The date of the page with its day of the week, 版次 or number: no story is dated so. */
export const isPageDate = (folded: string): boolean =>
  folded.length <= 80 &&
  !/[。,;]/.test(folded) &&
  (NUMERAL_DATE.test(folded) ||
    /\d{4}(?:年\d{1,2}月\d{1,2}日|[./-]\d{1,2}[./-]\d{1,2})/.test(folded)) &&
  (weekPattern.test(folded) || /版|期|[A-Z]\d/.test(folded) || folded.split(' ').length > 1)

const REACHABLE =
  /www\.|https?:|\.(?:com|cn|net|example)|[\w.]@[\w.]|(?:\d{3,4}|\(\d{3,4}\)) ?[-—] ?\d{4}|\d{3}-\d{4}|许可证/u
const OF_THE_HOUSE =
  /^(?:本版|本报|本刊|本期|下期|今日汇率|本栏目?|欢迎|投稿|广告|订报|订阅|发行|地址|热线|电话|[\p{Script=Han}]{2,6}(?:热线|专线|电话|邮箱|网址?|地址))/u

/** How the house is reached, at the foot of a page: numbers and addresses, not a sentence. */
export const isContact = (folded: string): boolean =>
  folded.length <= 120 &&
  !/[。!?]$/.test(folded) &&
  (REACHABLE.test(folded) ||
    (OF_THE_HOUSE.test(folded) && /[: ]|提供|供图/.test(folded) && !folded.includes(',')))

/** Who publishes the paper, and under which numbers. */
const PAPER_FACTS =
  /机关报|出版$|刊号|准印证|邮发代号|^(?:主办|主管|承办|协办|出版)(?:单位)?[: ]|客户端|今日\d+版|总第|报社$|日报社|零售价|创刊/u

export const isPaperFact = (folded: string): boolean =>
  folded.length <= 60 && !/[。,;!?]/.test(folded) && PAPER_FACTS.test(folded)

const headFolio =
  /^(?:[A-Z]?\d{1,3}(?: [\p{Script=Han}·、•]{2,10}|[\p{Script=Han}·、•]{2,5})版?|[\p{Script=Han}·、•]{2,10}(?: [\p{Script=Han}·、•]{2,8})? [A-Z]?\d{1,2})$/u

/** 健康 14 责任编辑 甲乙 */
const sectionAndDuty = new RegExp(
  `^[${HAN_RANGES}·、•]{2,10} (?:[A-Z]?\\d{1,2} )?(?:${DUTY})[ :/][${HAN_RANGES}]{2,3}(?: |$)`,
  'u',
)

/** 公司与产业 B3, A07 都市·人物: a section and its 版次. Only at the head of a page; further down it is a title. */
export const isHeadFolio = (folded: string): boolean =>
  headFolio.test(folded) || (folded.length <= 40 && sectionAndDuty.test(folded))

/** 第N版 in a page's furniture, as printed in digits; null when the line is not a folio. */
export const folioOf = (folded: string): string | null => {
  const match =
    /(?:^|\s)第?\s?([A-Z]?)0?(\d{1,3})\s?版(?:$|\s)/u.exec(folded) ??
    /(?:^|\s)([A-Z])0?(\d{1,3})(?:$|\s)/u.exec(folded)
  if (match) return `${match[1] ?? ''}${Number(match[2])}`
  const spelt = /(?:^|\s)第\s?([一二三四五六七八九十]{1,3})\s?版(?:$|\s)/u.exec(folded)?.[1]
  return spelt === undefined ? null : String(numberOf(spelt))
}

const markedPattern =
  /^(?:[■●◆◇▲△★☆▍▌▎▶►※◎]\s?\S|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d)|\(\d{1,2}\)|[①-⑳]|(?:之[一二三四五六七八九十]|其[一二三四五六七八九十])[:、 ]|0[1-9][ 、.])/u

/** A mark or number that heads a subhead: ■, 一、, (一), 1., 01. */
export const isMarkedSubhead = (folded: string): boolean => markedPattern.test(folded)

/** 各学院、各有关单位：, 尊敬的用户：. */
const COLLECTIVE_SALUTATION = /^(?:各|全体|广大|尊敬的|亲爱的)[\p{Script=Han}、]{2,16}:$/u

/** The salutation of a letter: 编辑同志：, 李老师：. */
export const isSalutation = (folded: string): boolean =>
  (folded.length <= 20 && COLLECTIVE_SALUTATION.test(folded)) ||
  (folded.length <= 14 &&
    /(?:同志|先生|女士|老师|医生|大夫|律师|教授|主任|编辑部|编辑|朋友们?|读者|局长|市长|县长|您好|你好):$/u.test(
      folded,
    ))

const sidebar =
  /^[●■◆▲【[]?\s?(?:延伸阅读|相关链接|新闻链接|新闻背景|背景链接|背景资料|知识链接|名词解释|小贴士|温馨提示|新闻提示|记者手记|采访手记|专家观点|专家点评|新闻多一点|数说)[】\]:]?$/u

/** Names of the small pieces that hang on a story (相关链接, 名词解释): headings inside it, never headlines. */
export const isSidebarLabel = (folded: string): boolean =>
  folded.length <= 12 && sidebar.test(folded)

const aside =
  /^[●■◆▲]?\s?(?:(?:人物|作者|专家|嘉宾|名师|主角|名家|医生|企业|公司|学校|单位|村庄|景区|景点|展览|影片|图书|新书|剧目|球队|球员|项目)(?:名片|小传|简介|档案|小档案|卡片)|(?:实用|出行|出游|旅行|旅游|游玩|观展|观影|参观|购票|报名|健康|安全|用药|防护|生活|消费|办事|就医|温馨|特别|友情)(?:信息|贴士|小贴士|提示|小提示|提醒|指南|攻略)|小贴士|贴士|小提示|Tips):?$/iu

/** Names of boxes of one paragraph that stand beside a story (人物小传, 出行贴士). */
export const isBoxName = (folded: string): boolean => folded.length <= 12 && aside.test(folded)

/** 一, (二), 3 or 壹 alone on a line: a numbered break in a feature. */
export const isBareNumber = (folded: string): boolean =>
  folded.length <= 6 &&
  /^(?:[(【]?[一二三四五六七八九十]{1,2}[)】]?|0?\d{1,2}|[壹贰叁肆伍陆]|\*{1,5}|[★☆■◆]{1,5})$/u.test(
    folded,
  )

const rubricTail =
  /(?:动态|简讯|要闻|速递|时评|快评|短评|锐评|社论|观察|聚焦|论坛|视点|视窗|视线|热线|连线|故事|风采|专栏|专题|特刊|追踪|访谈|调查|评论|在线|行动|进行时|进行中|之窗|之声|手记|札记|特写|报道|特稿|连载|选登|图片新闻|新闻图片|一线|传真|剪影|短波|快讯|短讯|集锦|集萃|扫描|点击|播报|直击|现场|回眸|档案|讲坛|广场|漫谈|随笔|微议|茶座|人物|印象|看点|热点|关注|纪事|巡礼|巡展|展播|链接|信箱|来信|百科|微语|声音|新语|纪实|专版|观点|前沿|点评|解读|问答|课堂|快递|信息|广角|荟萃|拾零|拾趣|行情|参考|看台|坐堂|门诊|药箱|养生|随笔|文学|专栏|风物|方阵|人物|地带|驿站|频道|直通车|进社区|新气象|新作为|新春走基层|走基层|[①-⑳])$/u
const rubricMarked =
  /^(?:[【\[〖〔<《·•●■◆▲★☆].{2,16}[】\]〗〕>》·•●■◆▲★☆]|[·•].{2,14}|.{2,10}[·•].{2,10})$/u
const collective =
  /(?:动态|简讯|要闻|速递|速览|快讯|短讯|短波|集锦|集萃|扫描|点击|播报|传真|剪影|一束|一组|几则|三则|二则|两则|新闻|资讯|看点|微语|快递|信息|荟萃|拾零|拾趣|集纳|汇总)(?:[】\]〗〕>》·•]|$)/u

/** 本期话题：数字时代的乡村治理 */
const OF_THE_ISSUE = /^(?:本期|本周|今日|本版|每周)(?:话题|主题|关注|聚焦|观点|人物|推荐|焦点)/u

/** The marks behind a rubric's words; without one only its end can have them. */
const CLOSING = /[】\]〗〕>》·•]/u
/** Longer than the longest word a rubric ends with and a mark. */
const TAIL = 8

/** How much a line looks like a rubric 栏目 by its words and marks, roughly -1 to 3. */
export const rubricWords = (folded: string): number =>
  (rubricMarked.test(folded) || OF_THE_ISSUE.test(folded) ? 2 : 0) +
  (rubricTail.test(folded.slice(-TAIL).replace(/[】\]〗〕>》·•]$/u, '')) ? 1.5 : 0)

/** A rubric that by its name gathers several short stories: 简讯, 工作动态. */
export const isCollectiveRubric = (folded: string): boolean =>
  collective.test(CLOSING.test(folded) ? folded : folded.slice(-TAIL))

const SLUG = /(?:稿件?(?:编号|代号|号)|编号|签发(?:人|时间)?|发稿时间) ?: ?[\w-]/u

/** 稿件编号：110251, 编号：110233 类别：国内 签发：11-02 17:05: what a wire sets over its copy for the desk. */
export const isWireSlug = (folded: string): boolean =>
  folded.length <= 80 &&
  !/[。,;!?]/.test(folded) &&
  SLUG.test(folded) &&
  (/^稿/u.test(folded) || /新华社|中新社|稿件|通稿|签发|发稿/u.test(folded))

/** 中共……关于表彰……的决定: the headline of what an office issues, however long it is. */
export const isIssuedTitle = (folded: string): boolean =>
  folded.length <= 120 &&
  !/[。;,:]/.test(folded) &&
  /关于.{4,}的(?:决定|决议|通知|通告|通报|公告|公示|意见|命令|批复|报告|倡议书?|办法|规定)$/u.test(
    folded,
  )

/** The heading of a notice or small advertisement: never a part of the story above. */
export const isNotice = (folded: string): boolean =>
  /(?:启事|公告|声明|更正|勘误|致歉|预告|通告|通知|公示|讣告|告示|海报|招聘|招租|招商|转让|出租|求购|遗失|作废|须知|告知书?)$/u.test(
    folded.slice(-TAIL),
  )
