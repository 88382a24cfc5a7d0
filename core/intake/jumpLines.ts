/** 转版: the lines 下转第4版 and 上接第1版, and those that only point to another page. Patterns over folded text. */
import { fold, HAN_RANGES } from './characters'
import { numberOf } from './numerals'

const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'
const PAGE = `(?:第 ?)?[A-Z]?${NUMBER} ?版`
/** Also A5, 2至4版, 第二、三版. */
const POINTED = `(?:${PAGE}|(?:第 ?)?[A-Z]\\d{1,2}|(?:第 ?)?${NUMBER} ?[至、-] ?${NUMBER} ?版)`
const toPattern = new RegExp(
  `(?:[(\\[【] ?[▶►>→]* ?(?:下转|紧转|转|详见下转) ?${PAGE}[^()\\[\\]【】]{0,24}[)\\]】]|[▶►>→]* ?下转 ?${PAGE}[▶►>→]*)$`,
  'u',
)
const fromPattern = new RegExp(
  `^(?:[(\\[【] ?[◀◄<←▲]* ?(?:上接|紧接|接) ?(?:[\\d一二三四五六七八九十月日]{2,8})?${PAGE}[^()\\[\\]【】]{0,40}[)\\]】]|[◀◄<←▶►>▲]* ?(?:上接|紧接) ?(?:[\\d一二三四五六七八九十月日]{2,8})?${PAGE}[^。,;]{0,30}?(?=$| ))`,
  'u',
)

/** Offset of a jump line (下转第4版) that ends the text, or -1. */
export const jumpToAt = (folded: string): number => {
  const from = Math.max(0, folded.length - 60)
  const tail = folded.slice(from)
  const match = tail.includes('转') ? toPattern.exec(tail) : null
  return match ? from + match.index : -1
}

/** Length of a jump line (上接第1版) at the head of the text, or 0. */
export const jumpFromLength = (folded: string): number => {
  const head = folded.slice(0, 80)
  return head.includes('接') ? (fromPattern.exec(head)?.[0].length ?? 0) : 0
}

/** 更多报道见A05版, （全文见第3版）: sends to something else on another page; nothing of the story stands there. */
const pointerPattern = new RegExp(
  `^[(\\[【]?[▶►>→]* ?(?:[${HAN_RANGES}]{2,12}|详|詳)?[见見](?:今日|本报|本報)?${POINTED}[^()。]{0,16}[)\\]】]?$`,
  'u',
)
const POINTER_LIMIT = 32

export const isPointer = (folded: string): boolean =>
  folded.length <= POINTER_LIMIT && pointerPattern.test(folded)

/** Does a jump line say that its own story goes on? */
export const isContinued = (marker: string): boolean => !isPointer(fold(marker))

/** The page a jump line names (第4版, A3版, 四版), as it is printed in digits; null when it names none. */
export const pageOfJump = (marker: string): string | null => {
  const match = /([A-Z]?)(\d{1,3}|[一二三四五六七八九十]{1,3}) ?版/u.exec(marker)
  if (!match) return null
  const [, section = '', number = ''] = match
  return section + String(/\d/.test(number) ? Number(number) : numberOf(number))
}
