/** Headlines too large for their copy: text that lies flat under them makes a page of bands. */
import { counted } from '../counted'
import { finding, titleOf, type Finding } from './finding'
import { feetOf } from './footRules'
import { headBlockIn, headLines, stands, textRow, type PageView } from './pageView'

/** What a headline costs that is this many times as deep as its text. */
export const flatCost = (share: number, limit: number): number =>
  Math.min(MOST, Math.max(0, share - limit) * EACH)

/** For a headline that is once more as deep as its text, and at most. */
const EACH = 16
const MOST = 40

/** A headline over all columns of its text is less deep than that. */
export const flatRules = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    if (frame.head === null || headLines(view, frame.id).length === 0) return []
    if (stands(view, frame) || headBlockIn(view, frame) !== null) return []
    const top = textRow(view, frame)
    const head = top - frame.area.row
    const text = Math.max(...feetOf(view, frame)) - top
    const limit = view.limits.headDepth
    if (text <= 0 || head / text <= limit) return []
    return [
      finding(
        view,
        'page.flat-text',
        `The text of ${titleOf(view, frame.story)} on page ${view.page.folio} lies ${counted(text, 'row')} deep under a headline of ${head}; set it over fewer columns or the headline smaller.`,
        { value: head / text, limit, cost: flatCost(head / text, limit) },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })
