/** Lines that are nothing but a byline 署名. */
import { HAN_RANGES } from '../characters'
import { largePattern } from '../largePattern'
import {
  beginsWithFamilyName,
  BULLET,
  HAN,
  HOUSE,
  NAMES,
  PERSON,
  ROLE,
  ROLE_IN_A_PHRASE,
  ROLE_WORD,
  SENDER_END,
  TAIL_WORK,
  UNIT,
} from './names'

const bylinePattern = largePattern(
  `^[(\\[【]?${BULLET}? ?(?:${PERSON}(?:[ 、,;/]{0,2}${PERSON}){0,5}(?: ?/? ?${TAIL_WORK})?|(?:文|撰文|文字|作者|采写|整理|编译|撰稿)[/: ]{1,2}(?:${ROLE} ?)?${NAMES}(?: (?:图|摄影|摄)[/: ]{1,2}${NAMES})?|(?:文\\/图|图\\/文|图文) ?[/:]? ?(?:${PERSON}|${NAMES})|${HOUSE}(?:特约|联合)?(?:评论员|评论部|编辑部|${HAN}{0,4}组)|(?:读者|市民|网友|居民|村民)[ :]${NAMES}|□ ?${NAMES}|${HAN}{0,14}${UNIT} (?<member>${HAN}{2,4})|${BULLET} ?(?<bare>${NAMES}))[)\\]】]?$`,
)
const BYLINE_LIMIT = 80

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

const SENDER = new RegExp(`${SENDER_END}$`, 'u')

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
