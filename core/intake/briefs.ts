import { endOfRun, opensStory } from './lookahead'
import { closeStory, openStory, type Desk } from './desk'
import { endingOf } from './characters'
import type { Scrap } from './classify'

const RUBRIC_WIDTH = 8
const LONGEST_LEAD = 60
/** How such a sentence begins. */
const TELLS_NEWS = /^(?:据|近日|日前|最近|近来|新闻|背景|事件|(?:\d{4}年)?\d{1,2}月\d{1,2}日)/u

const hasSubheads = ({ story }: Desk): boolean =>
  story?.body.some(({ type }) => type === 'subhead') === true

/**
 * A rubric, a sentence or two of what happened, and then the headline of the opinion on it. As a subhead
 * the rubric would be the only one of its story and stand over its last lines.
 */
export function readNewsAboveHeadline(desk: Desk, run: readonly Scrap[], below: number): boolean {
  const { scraps } = desk
  const [head, news] = [run[0] as Scrap, scraps[below]]
  if (run.length > 1 || head.width > RUBRIC_WIDTH || hasSubheads(desk) || desk.texts.length < 2)
    return false
  if (news?.kind !== 'text' || news.lead || news.signed || news.width > LONGEST_LEAD) return false
  if (!TELLS_NEWS.test(news.folded)) return false
  if (endingOf(news.text) !== 'stop' || scraps[below + 1]?.kind !== 'heading') return false
  const end = endOfRun(scraps, below + 1)
  if (end > below + 1 || !opensStory(scraps[end + 1])) return false
  closeStory(desk)
  desk.waitingRubric = run
  openStory(desk, scraps.slice(below, end + 1), 0)
  desk.at = end + 1
  return true
}
