/** The byline in brackets that ends a paragraph. */
import { largePattern } from '../largePattern'
import { ASIDE, HAN, HOUSE, NAMES, ROLE, TAIL_WORK } from './names'

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
