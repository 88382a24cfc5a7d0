/**
 * What bylines 署名, credits and datelines 电头 are made of, as patterns over folded text (see characters.ts).
 * A pattern is only ever run on a bounded head, tail or short line, so none can run away.
 */
import { HAN_RANGES } from '../characters'

export const HAN = `[${HAN_RANGES}]`
export const NAME = `(?:${HAN}{1,6}·${HAN}{1,6}|${HAN}{2,4}|${HAN} ${HAN}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)`
export const NAMES = `${NAME}(?:(?: ?[、,] ?| )${NAME}){0,9}`
export const ROLE = `(?:(?:首席|特约|特派|见习|实习|资深|专职|摄影|文字|全媒体|融媒体|学生|校园|小|参与|驻${HAN}{2,6})){0,3}(?:记者|通讯员|评论员|实习生|撰稿人|撰稿|编辑|作者|摄影师|观察员)`
export const HOUSE = `(?:${HAN}{0,8}[融全]媒体?中心|《${HAN}{2,8}》|本报|本刊|本社|本台|本网|本站|新华社|新华网|中新社|中新网|人民网|${HAN}{0,6}(?:日报|晚报|晨报|早报|商报|时报|时讯|都市报|周报|快报|青年报|新闻社|通讯社|电视台|电台|网)|(?!${HAN}{0,7}[了的在是从到给向和说])${HAN}{1,8}(?:报|新闻|融媒)(?= ?${ROLE}[ :/]))`
/** One of these stands in every ROLE. */
export const ROLE_WORD = /记者|通讯员|评论员|实习生|撰稿|编辑|作者|摄影师|观察员/u
/** 记者的一天, 编辑是怎样工作的: a role that goes on as a phrase is no signature. */
export const ROLE_IN_A_PHRASE =
  /(?:记者|通讯员|编辑|作者|摄影师|评论员|观察员|实习生)(?:的|们|是|系|在|和|与|说|为|从|就|不|眼|节|会|站|证|部|手记|来信|调查|行动|观察|追踪|连线|点评|提醒)/u
export const BULLET = '[□■◎○●▲△★☆◆◇♦▶►]'
/** A unit before its author's name: 外国语学院 甲. */
export const UNIT =
  '(?:学院|大学|中学|小学|学校|学会|协会|作协|研究院|研究所|研究中心|医院|公司|集团|支队|大队|街道|社区)'
/** How the names of offices and bodies end that sign what they send. */
export const SENDER_END =
  '(?:院|部|处|室|局|委|会|校|厂|站|中心|公司|支行|分行|集团|馆|社|队|所|街道|社区|办|妇联|科|股|组|庭)'
export const SHOT =
  '(?:摄影报道|图片报道|摄影|摄|供图|图\\/文|文\\/图|图文|绘图|绘制|绘|制图|漫画|航拍|翻拍)'
export const TAIL_WORK = `(?:${HAN}{2,6}报[道导]|发自${HAN}{2,8}|报[道导]|采写|撰文|文|摄影报道|文\\/图|图\\/文|文图|图文|综合|整理|编译)`

export const PERSON = `(?:${HOUSE} ?)?(?:${ROLE})[ :/]?${NAMES}`

/** The family names of some nine in ten Chinese; a bare line of names is believed only when each begins with one. */
export const FAMILY_NAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '石冷洪施翟殷颜倪牛温芦季俞章鲁葛伍聂齐庞路岳包柳欧涂焦左冉桑祁耿关兰舒游景解谷邬储单苗晏阮邢尚安霍郎华卞饶穆申房项柏甄戚闵纪詹商成辛佟管凌屈盛梅盛童臧滕卓费蒙池仇岑尤隋娄巫臧鞠宁柯计桂曲苗甘仲卜虞裘缪宗宣郁杭诸吉钮荣翁荀惠封芮靳井乌巴牧车班伊宫栾厉戎祖符束蔺屠乔胥闻党贡姬寿边燕浦庄柴瞿阎艾戈匡寇巩晁荆竺权盖桓敖应祝樊阴麻凤仰蓝仝占植晋'

export const beginsWithFamilyName = (names: string): boolean =>
  FAMILY_NAMES.includes(names[0] as string)

const bareNamesPattern = new RegExp(
  `^(?:${HAN}{2,4}|${HAN} ${HAN})(?:(?: |、)(?:${HAN}{2,3}|${HAN} ${HAN})){0,4}$`,
  'u',
)

/** Two characters set apart to the width of three are a name, a pen name as well. */
const SPACED_NAME = new RegExp(`^${HAN} ${HAN}$`, 'u')

export const areFamilyNames = (folded: string): boolean =>
  folded.length <= 24 &&
  bareNamesPattern.test(folded) &&
  folded
    .split(/[ 、]/)
    .filter((part) => part.length > 1)
    .every((part) => FAMILY_NAMES.includes(part[0] as string)) &&
  beginsWithFamilyName(folded) &&
  !(folded.length === 4 && !/[ 、]/.test(folded))

/** Names alone on a line (张三 李四), without role or mark: evidence only between a headline and its text. */
export const isBareNames = (folded: string): boolean =>
  SPACED_NAME.test(folded) || areFamilyNames(folded)

const bracketedNames = new RegExp(
  `^\\((?:${HAN}{2,4}|${HAN} ${HAN})(?:[ 、]${HAN}{2,4}){0,3}\\)$`,
  'u',
)

/** (附图片), (未完待续): what a text says of itself, as short as a name. */
export const ASIDE =
  /^\((?:附[图表照]|[上下左右如见]图|图表|未完|待续|续完|完|连载|[^()]{0,8}(?:掌声|笑声|众笑|大笑|鼓掌))/u

/** (甲乙丙), (甲乙丙 丁戊): names in brackets and nothing else. */
export const isBracketedNames = (folded: string): boolean =>
  bracketedNames.test(folded) && !ASIDE.test(folded)
