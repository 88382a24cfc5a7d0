import { balanceOf, endingOf } from '../characters'
import { beginsWithFamilyName, isBareNames } from '../people'
import {
  isBareNumber,
  isCollectiveRubric,
  isMarkedSubhead,
  isNotice,
  isSalutation,
  isSidebarLabel,
  rubricWords,
} from '../labels'
import { isMarkedCaption, opensLikeCaption } from '../captions'
import type { Scrap } from '../classify'

/** What a scrap says by its own words and marks, as names of traits; whether they hold tells nothing of its neighbours. */

/** Widths in ems at which lines of a page change their kind: rubrics, headlines, decks, sentences, paragraphs. */
const WIDTHS = [3, 5, 7, 9, 11, 13, 16, 19, 22, 26, 32, 40, 52, 80, 160]

/** Index of the first edge that is not under the value. */
export const stepOf = (value: number, edges: readonly number[]): number => {
  const at = edges.findIndex((edge) => value <= edge)
  return at < 0 ? edges.length : at
}

export const widthStep = ({ width }: Scrap): number => stepOf(width, WIDTHS)

const OPENINGS: readonly (readonly [string, RegExp])[] = [
  ['bullet', /^[■□●○◆◇▲△▼▽★☆※•·►▶→◎]/u],
  ['count', /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])/u],
  ['circled', /^[①-⑳]/u],
  ['bracket', /^[【[]/u],
  ['parenthesis', /^\(/u],
  ['book', /^[《〈]/u],
  ['quote', /^[“「『]/u],
  ['dash', /^(?:——|—)/u],
  ['digit', /^\d/u],
  ['latin', /^[A-Za-z]/u],
  ['speaker', /^(?:问|答|记者|主持人|读者|Q|A)\d?:/u],
  ['says', /^[\p{Script=Han}·]{2,5}:/u],
  ['document', /^(?:如何|怎样|为何|为什么|谁|哪|什么|多少|咋)/u],
  ['day', /^(?:近日|日前|昨[日天]|今[日天]|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)/u],
  [
    'sentence',
    /^(?:据悉|据了解|据介绍|此外|同时|目前|今年|去年|前不久|后来|最近|当时|现在|过去|其实|对此|随后|当天|不过|然而|其中|如今|首先|其次),/u,
  ],
  ['back', /^(?:该|此|其|他|她|它|他们|她们|由于|根据|按照|随着|截至|记者|会议|大家)/u],
  ['ours', /^(?:我|全|本)[省市县区州盟旗国校]/u],
]

const CONTENTS: readonly (readonly [string, RegExp])[] = [
  ['reporter', /记者|記者/u],
  ['correspondent', /通讯员|通訊員|特约|实习生/u],
  ['paper', /本报|本報|本刊|本网/u],
  ['wire', /[讯訊电電](?:$|[\s(（])|报[道导]|報[道導]/u],
  ['colon', /:/u],
  ['space', / /u],
  ['spaces', / .* /u],
  ['dash', /——/u],
  ['slash', /\//u],
  ['bar', /[|丨]/u],
  ['dot', /[·•]/u],
  ['photographer', /摄|攝|供图|图片/u],
  ['contact', /电话|热线|咨询|邮箱|地址|QQ|@|网址|微信/u],
  ['date', /\d+月\d+日|\d{4}年|\d{4}[./-]\d/u],
  ['week', /星期|周[一二三四五六日]/u],
  ['duty', /责编|责任编辑|编辑|主编|校对|美编|版式|编审|值班/u],
  ['figure', /^图|[左右上下]图/u],
  ['author', /^[文图摄]\/|口述|整理|撰文|供稿|作者/u],
  ['sentences', /[。!?].+/u],
  ['comma', /[,、]/u],
  ['commas', /,.*,/u],
  ['quoted', /[“「]/u],
  ['book', /《/u],
  ['office', /主任|医师|教授|院长|律师|老师|书记|主席|专家|研究员|会长|局长|经理/u],
  ['ask', /\?$/u],
  ['call', /!$/u],
  ['ellipsis', /…$/u],
  ['number', /\d/u],
  [
    'box',
    /提示|阅读|链接|档案|简介|名片|资料|知识|相关|背景|数据|信息|贴士|点评|编者|说法|核心|延伸|回放|释义|提醒|问答/u,
  ],
  ['page', /版/u],
  [
    'rubric',
    /专栏|专题|聚焦|关注|周刊|视点|简讯|要闻|速递|快讯|短波|现场|故事|连载|随笔|观察|天地|论坛|之窗|信箱|动态|专家|课堂|人物|百姓|身边/u,
  ],
  [
    'feature',
    /(?:纪实|侧记|纪事|札记|调查|见闻|综述|报告|启示|速写|手记|掠影|巡礼|回顾|观察|分析|透视|追踪|述评|探析)$/u,
  ],
  ['looksBack', /^(?:——)?(?:记|访|写在|来自|追记|探访|走进|——)/u],
  ['said', /(?:强调|指出|要求|提出|表示)$/u],
  [
    'present',
    /(?:讲话|致辞|批示|参加|作报告|会见|发言|见证|出席|列席|主持)(?:会议|大会|活动|仪式)?$/u,
  ],
  ['event', /(?:赛|杯|节|大会|论坛|博览会|第[\d一二三四五六七八九十]{1,4}[轮届站场期])$/u],
  [
    'leadsOn',
    /(?:[的了和与及以因由将把被对为从向让使而且或并也都还再就才很最更其这那该是于能要已正给在]|以及|因为|如果|可以|通过)$/u,
  ],
  ['predicate', /^(?:\p{Script=Han}{1,2}[了着过]|[向对把被将给让使由的了着])/u],
  ['speech', /(?:说|表示|介绍|认为|告诉记者|指出|强调|透露|要求|提出|发现|看到),/u],
  [
    'body',
    /(?:公司|集团|局|委员会|办公室|中心|政府|学校|大学|银行|编辑部|学院|协会|医院|研究所)$/u,
  ],
  ['particle', /[的了着]/u],
]

/** Head and tail of a long text: what stands between says no more of what it is. */
const probeOf = (folded: string): string =>
  folded.length <= 160 ? folded : `${folded.slice(0, 100)}\n${folded.slice(-50)}`

const LONG = 40

/** A paragraph by itself: long, or a sentence to its end. */
export const isLong = ({ width, kind, folded }: Scrap): boolean =>
  width > LONG ||
  ((kind === 'text' || kind === 'caption') && width > 20 && /[。!?;…][”』」)]?$/u.test(folded))

/** A scrap's look by the classifier, with the traits that the classifier found. */
export const lookOf = (scrap: Scrap): string =>
  scrap.kind +
  (scrap.lead ? '+lead' : '') +
  (scrap.signed ? '+signed' : '') +
  (scrap.soft ? '+soft' : '') +
  (scrap.bareNames ? '+names' : '')

export interface LineTraits {
  readonly look: string
  readonly long: boolean
  readonly step: number
  readonly ending: string
  readonly opening: readonly string[]
  readonly contents: readonly string[]
}

export function traitsOfLine(scrap: Scrap): LineTraits {
  const probe = probeOf(scrap.folded)
  const contents = CONTENTS.filter(([, pattern]) => pattern.test(probe)).map(([name]) => name)
  const named: readonly (readonly [string, boolean])[] = [
    ['rubricWords', rubricWords(probe) >= 1.5],
    ['rubricMarked', rubricWords(probe) >= 2],
    ['collective', isCollectiveRubric(probe)],
    ['notice', isNotice(probe)],
    ['salutation', isSalutation(probe)],
    ['sidebar', isSidebarLabel(probe)],
    ['bareNumber', isBareNumber(probe)],
    ['marked', isMarkedSubhead(probe)],
    ['markedCaption', isMarkedCaption(probe)],
    ['likeCaption', opensLikeCaption(probe)],
    ['names', isBareNames(probe)],
    ['familyName', scrap.width <= 12 && beginsWithFamilyName(probe)],
    ['openPair', balanceOf(probe).open.some((count) => count > 0)],
    ['clauses', /^\p{Script=Han}{3,} \p{Script=Han}{3,}$/u.test(probe)],
  ]
  return {
    look: lookOf(scrap),
    long: isLong(scrap),
    step: widthStep(scrap),
    ending: endingOf(scrap.text),
    opening: OPENINGS.filter(([, pattern]) => pattern.test(probe)).map(([name]) => name),
    contents: [...contents, ...named.filter(([, holds]) => holds).map(([name]) => name)],
  }
}
