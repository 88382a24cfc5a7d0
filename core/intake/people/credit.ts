/** Who took or drew a picture. */
import { largePattern } from '../largePattern'
import { BULLET, HAN, HOUSE, NAME, NAMES, ROLE, SHOT } from './names'

/** Who took a picture, by the body they belong to: 校报记者团 甲 摄, 某管理处 图. */
const BODY = `${HAN}{1,12}(?:团|协会|中心|学院|学校|大学|局|馆|队|部|处|公司|集团|社|报|办)`
const HOUSED = `(?:${HOUSE} ?)?`
const SOURCES = '(?:新华社|中新社|法新社?|路透社?|美联社?)'
const FORMS = [
  `${BODY}(?: ${NAME})? (?:${SHOT}|图)`,
  `${NAMES} ?\\/ ?图`,
  `${HOUSED}(?:${ROLE}[ :/]{0,3})?${HAN}{2,3} 图`,
  `(?:${BODY} )?${NAMES} [作画]`,
  `航拍[/: ]{1,2}${NAMES}`,
  `(?:图为|图片由|照片由)?(?:${HOUSED}(?:${ROLE}[ :/]{0,3})?${NAMES}(?: ${HOUSED}${ROLE} ?${NAMES})?|${HOUSE} ?(?:${ROLE})?) ?[/]? ?${SHOT}(?: ?\\(${HAN}{2,8}\\))?`,
  `(?:本版|本组|以上|文中|${HAN}{2})?(?:图片|照片|图)(?:均)?由${HAN}{2,12}(?:、${HAN}{2,12}){0,4}(?:提供|供图|摄)`,
  `${SOURCES}/${SOURCES}`,
  `${SOURCES}/${HAN}{2,6}`,
  `(?:本报|人民视觉|视觉中国|${HAN}{1,4}社)(?:记者 ?${NAME} ?)?[发供](?:图|片|照片)?(?: ?\\(?(?:${NAMES} ?摄|资料图片?)\\)?)?`,
  `(?:特约摄影|摄影记者|摄影师|摄影|图|供图|图片|摄|图片来源|图源|摄影报道|文\\/图|图\\/文)[/:|｜ ]{1,2}(?:${HOUSED}${ROLE} ?)?(?:${NAMES}|${HAN}{2,12})(?:提供)?`,
  `(?:${HAN}{2,10} ?)?(?:资料图片|资料图|资料片|资料照片|供图|图片提供)`,
  `(?!${HAN}{0,8}由)(?:受访者|被访者|当事人|主办方|${HAN}{1,8}(?:部|局|馆|会|处|院|校|社|公司|中心))(?:提供|供图|供稿)`,
  '(?:本报)?(?:外电|外媒|网络)(?:图|图片)|视频截图|(?:图\\/)?(?:视觉中国|东方IC|IC photo|CFP)',
]
const creditPattern = largePattern(`^(?:${BULLET} ?)?\\(?(?:${FORMS.join('|')})\\)?$`)
const CREDIT_LIMIT = 60

/** One of these stands in every credit: most lines have none, and are spared the pattern. */
const CREDIT_WORD = /[摄攝图圖供绘漫照片发源由作CP]|航拍|文\/|新华社|中新社|法新|路透|美联|视觉/u

/** A picture's credit and nothing else: 本报通讯员 甲 摄, 新华社发(乙摄), 资料图片. */
export const isCredit = (folded: string): boolean =>
  folded.length <= CREDIT_LIMIT && CREDIT_WORD.test(folded) && creditPattern().test(folded)

/** 图/甲, 航拍 甲: a credit that ends with a name. */
const NAMED_CREDIT =
  /(?:[图摄]|供图|摄影)[/|｜:][^。,]{2,14}$|(?:航拍|摄影|供图) [^。,]{2,14}$|\/(?:法新|路透|美联)$/u

/**
 * Offset in `folded` at which a credit begins that ends the line, or -1.
 * Tries every sentence end, space and opening bracket in the tail, the longest credit first.
 */
export const creditAtEnd = (folded: string): number => {
  const trimmed = /[。.]/.test(folded.slice(-1)) ? folded.slice(0, -1) : folded
  if (!/[摄影图发供报道绘片画国提作)Cp]/.test(trimmed.slice(-1)) && !NAMED_CREDIT.test(trimmed))
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
