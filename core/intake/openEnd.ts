/** Whether a story's last paragraph stops in mid-sentence, as a story that was cut off does, and which texts end without a stop. */
import { endingOf, fold, widthOf } from './characters'

/** What ends a story without a stop: a bracket, as in （未完） and （连载之三）. */
const BRACKET = /[)\]〕】]$/u

/** 联系人：…, 电话：…, 地点：…: what comes after needs no stop. */
const FIELD = /[^\s,。“]{1,8}:[^,。“]{1,28}$/u

/** ……——一位返乡青年: who said it. */
const SAYER = /[。！？…][”"]?——[^。！？]*$/u

/** ……（女，58岁）: who said it, in brackets behind the stop. */
const BRACKETED_SAYER = /[。！？…][”"]?[（(][^（）()]{2,24}[）)]$/u
const LONGEST_SAYER = 40

/** A text that ends with who said it is whole. */
export function endsWithSayer(text: string): boolean {
  const tail = text.slice(-LONGEST_SAYER)
  return SAYER.test(tail) || BRACKETED_SAYER.test(tail)
}

/** ems from which words are running text; a line of verse, a date, an entry and a signature are less. */
const SHORT = 16
/** ems from which they are so whatever stands above them. */
const LONG = 24

/** A clause comes before the end. */
const CLAUSE = /[,。！？;、]/u

const endsWhole = (text: string): boolean => {
  const ending = endingOf(text)
  return ending === 'stop' || ending === 'ellipsis'
}

/** `above` is the paragraph before it: where that ends without a stop too, it is the story's way. */
export function isCutOff(text: string, above: string | undefined): boolean {
  if (endsWhole(text)) return false
  const folded = fold(text).trim()
  if (BRACKET.test(folded) || FIELD.test(folded) || SAYER.test(text)) return false
  const width = widthOf(text)
  if (width < SHORT || !CLAUSE.test(folded)) return false
  return width >= LONG || above === undefined || endsWhole(above)
}
