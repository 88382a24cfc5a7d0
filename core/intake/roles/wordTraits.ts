import { isHan } from '../characters'
import { wordOf, type Word } from './tell'
import { WordFinder } from './wordFinder'

/** How a line opens and what words and marks it holds, as traits. */

export interface Opening {
  readonly name: string
  readonly pattern: RegExp
  /** No ideograph begins it. */
  readonly isMark?: true
}

export const OPENINGS: readonly Opening[] = [
  { name: 'bullet', isMark: true, pattern: /^[■□●○◆◇▲△▼▽★☆※•·►▶→◎]/u },
  {
    name: 'count',
    pattern: /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])/u,
  },
  { name: 'circled', isMark: true, pattern: /^[①-⑳]/u },
  { name: 'bracket', isMark: true, pattern: /^[【[]/u },
  { name: 'parenthesis', isMark: true, pattern: /^\(/u },
  { name: 'book', isMark: true, pattern: /^[《〈]/u },
  { name: 'quote', isMark: true, pattern: /^[“「『]/u },
  { name: 'dash', isMark: true, pattern: /^(?:——|—)/u },
  { name: 'digit', isMark: true, pattern: /^\d/u },
  { name: 'latin', isMark: true, pattern: /^[A-Za-z]/u },
  { name: 'speaker', pattern: /^(?:问|答|记者|主持人|读者|Q|A)\d?:/u },
  { name: 'says', pattern: /^[\p{Script=Han}·]{2,5}:/u },
  { name: 'document', pattern: /^(?:如何|怎样|为何|为什么|谁|哪|什么|多少|咋)/u },
  {
    name: 'day',
    pattern: /^(?:近日|日前|昨[日天]|今[日天]|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)/u,
  },
  {
    name: 'sentence',
    pattern:
      /^(?:据悉|据了解|据介绍|此外|同时|目前|今年|去年|前不久|后来|最近|当时|现在|过去|其实|对此|随后|当天|不过|然而|其中|如今|首先|其次),/u,
  },
  {
    name: 'back',
    pattern: /^(?:该|此|其|他|她|它|他们|她们|由于|根据|按照|随着|截至|记者|会议|大家)/u,
  },
  { name: 'ours', pattern: /^(?:我|全|本)[省市县区州盟旗国校]/u },
]
const OPENING_WORDS = OPENINGS.map(({ name }) => wordOf(name))

export function openingsOf(probe: string): readonly Word[] {
  const found: Word[] = []
  const isIdeograph = isHan(probe[0])
  for (let at = 0; at < OPENINGS.length; at++) {
    const { isMark, pattern } = OPENINGS[at] as Opening
    if (!(isIdeograph && isMark) && pattern.test(probe)) found.push(OPENING_WORDS[at] as Word)
  }
  return found
}

export interface Content {
  readonly name: string
  /** It is there when one of these is; with a pattern, this is asked only then. */
  readonly words?: readonly string[]
  readonly pattern?: RegExp
  /** Asked of the text's end only. */
  readonly end?: RegExp
}

/** Characters of an end that is longer than any that is asked for. */
const END = 8

const content = (name: string, words: string, pattern?: RegExp): Content => ({
  name,
  words: words.split(' '),
  ...(pattern ? { pattern } : {}),
})

export const CONTENTS: readonly Content[] = [
  content('reporter', '记者 記者'),
  content('correspondent', '通讯员 通訊員 特约 实习生'),
  content('paper', '本报 本報 本刊 本网'),
  content('wire', '讯 訊 电 電 报 報', /[讯訊电電](?:$|[\s(（])|报[道导]|報[道導]/u),
  content('colon', ':'),
  { name: 'space', words: [' '] },
  { name: 'spaces', words: [' '], pattern: / .* /u },
  content('dash', '——'),
  content('slash', '/'),
  content('bar', '| 丨'),
  content('dot', '· •'),
  content('photographer', '摄 攝 供图 图片'),
  content('contact', '电话 热线 咨询 邮箱 地址 QQ @ 网址 微信'),
  content('date', '月 年 . / -', /\d+月\d+日|\d{4}年|\d{4}[./-]\d/u),
  content('week', '星期 周一 周二 周三 周四 周五 周六 周日'),
  content('duty', '责编 责任编辑 编辑 主编 校对 美编 版式 编审 值班'),
  content('figure', '图', /^图|[左右上下]图/u),
  content('author', '/ 口述 整理 撰文 供稿 作者', /^[文图摄]\/|口述|整理|撰文|供稿|作者/u),
  content('sentences', '。 ! ?', /[。!?].+/u),
  content('comma', ', 、'),
  content('commas', ',', /,.*,/u),
  content('quoted', '“ 「'),
  content('book', '《'),
  content('office', '主任 医师 教授 院长 律师 老师 书记 主席 专家 研究员 会长 局长 经理'),
  { name: 'ask', end: /\?$/u },
  { name: 'call', end: /!$/u },
  { name: 'ellipsis', end: /…$/u },
  content('number', '0 1 2 3 4 5 6 7 8 9'),
  content(
    'box',
    '提示 阅读 链接 档案 简介 名片 资料 知识 相关 背景 数据 信息 贴士 点评 编者 说法 核心 延伸 回放 释义 提醒 问答',
  ),
  content('page', '版'),
  content(
    'rubric',
    '专栏 专题 聚焦 关注 周刊 视点 简讯 要闻 速递 快讯 短波 现场 故事 连载 随笔 观察 天地 论坛 之窗 信箱 动态 专家 课堂 人物 百姓 身边',
  ),
  {
    name: 'feature',
    end: /(?:纪实|侧记|纪事|札记|调查|见闻|综述|报告|启示|速写|手记|掠影|巡礼|回顾|观察|分析|透视|追踪|述评|探析)$/u,
  },
  { name: 'looksBack', pattern: /^(?:——)?(?:记|访|写在|来自|追记|探访|走进|——)/u },
  { name: 'said', end: /(?:强调|指出|要求|提出|表示)$/u },
  {
    name: 'present',
    end: /(?:讲话|致辞|批示|参加|作报告|会见|发言|见证|出席|列席|主持)(?:会议|大会|活动|仪式)?$/u,
  },
  {
    name: 'event',
    end: /(?:赛|杯|节|大会|论坛|博览会|第[\d一二三四五六七八九十]{1,4}[轮届站场期])$/u,
  },
  {
    name: 'leadsOn',
    end: /(?:[的了和与及以因由将把被对为从向让使而且或并也都还再就才很最更其这那该是于能要已正给在]|以及|因为|如果|可以|通过)$/u,
  },
  { name: 'predicate', pattern: /^(?:\p{Script=Han}{1,2}[了着过]|[向对把被将给让使由的了着])/u },
  content('speech', '说, 表示, 介绍, 认为, 告诉记者, 指出, 强调, 透露, 要求, 提出, 发现, 看到,'),
  {
    name: 'body',
    end: /(?:公司|集团|局|委员会|办公室|中心|政府|学校|大学|银行|编辑部|学院|协会|医院|研究所)$/u,
  },
  content('particle', '的 了 着'),
]
const CONTENT_WORDS = CONTENTS.map(({ name }) => wordOf(name))
const finder = new WordFinder(CONTENTS.map(({ words = [] }) => words))

export function contentsOf(probe: string): Word[] {
  const found: Word[] = []
  const words = finder.findIn(probe)
  const tail = probe.slice(-END)
  for (let at = 0; at < CONTENTS.length; at++) {
    const own = CONTENTS[at] as Content
    const holds =
      own.end === undefined
        ? (own.words === undefined || words[at] === 1) && (own.pattern?.test(probe) ?? true)
        : own.end.test(tail)
    if (holds) found.push(CONTENT_WORDS[at] as Word)
  }
  return found
}
