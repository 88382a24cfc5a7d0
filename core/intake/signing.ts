/** 落款: who issued a notice and its date, below its text. */
import { endingOf, fold, widthOf } from './characters'
import { isNotice } from './labels'

const DATE =
  /^(?:\d{4}|[二〇○零一三四五六七八九]{4}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?日$/u

/** A line that is a date signs what stands above it. */
export const isDateAlone = (folded: string): boolean => folded.length <= 14 && DATE.test(folded)

/** Ends of the names of offices, companies and such. */
const OFFICE =
  /(?:公司|集团|[局厅部委办处科所站院校会社团队店厂馆库校]|政府|法院|中心|支队|大队|小组|银行|学校|大学|中学|小学|幼儿园|村委会|管理人|编辑部|有关单位)$/u

/** ems of the longest line that signs. */
const WIDEST = 24
/** So many may sign together. */
const SIGNERS = 3

const isName = (text: string): boolean =>
  text !== '' &&
  widthOf(text) <= WIDEST &&
  endingOf(text) === 'open' &&
  !/[,。;:!?“”《》]/u.test(fold(text))

/** 瑶湖街道办事处 2033年3月25日 */
function signsWithDate(text: string): boolean {
  const folded = fold(text)
  const at = folded.lastIndexOf(' ')
  return at > 0 && isDateAlone(folded.slice(at + 1)) && OFFICE.test(folded.slice(0, at))
}

export const isOffice = (text: string): boolean => isName(text) && OFFICE.test(fold(text))

/** How many of a story's last paragraphs are its 落款; `headline` tells a notice, which need not be dated. */
export function signatureOf(texts: readonly string[], headline: string): number {
  const last = texts.at(-1)
  if (last === undefined) return 0
  if (signsWithDate(last)) return texts.length > 1 ? 1 : 0
  const isDated = isDateAlone(fold(last))
  if (!isDated && !(isNotice(fold(headline)) && isOffice(last))) return 0
  let from = isDated ? texts.length - 1 : texts.length
  const least = Math.max(1, from - SIGNERS)
  const signs = (at: number): boolean => isOffice(texts[at] ?? '')
  while (from > least && signs(from - 1)) from--
  // a name that is no office's signs where running text stands above it
  const [name = '', above = ''] = [texts[from - 1], texts[from - 2]]
  const isSigned = from < texts.length - 1 || !isDated
  if (!isSigned && isName(name) && endingOf(above) === 'stop' && widthOf(above) > WIDEST) from--
  return from === 0 ? 0 : texts.length - from
}
