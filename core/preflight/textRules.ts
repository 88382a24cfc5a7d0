/** Rules of the text itself: its rows, its gaps, and lines that stand where none should. */
import type { LineRecord } from '../display/displayList'
import { baselineY } from '../model/grid'
import { lettersIn } from '../text/displayTurns'
import { finding, titleOf, type Finding } from './finding'
import { legsIn, textLines, wordsOf, type PageView } from './pageView'

/** Points: less is the rounding of sums. */
const SAME = 0.01

const NEVER_FIRST = /^[、，。；：？！）》」』】〉”’·％]/u
const NEVER_LAST = /[（《「『【〈“‘]$/u

/** A mark of two parts with one of them at a line's end and the other at the next one's head. */
const TORN = [
  [/(?:^|[^—])—$/u, '—'],
  [/(?:^|[^…])…$/u, '…'],
] as const

const isBody = (line: LineRecord): boolean => line.role === 'body'

export const textRules = (view: PageView): readonly Finding[] => [
  ...offGrid(view),
  ...gaps(view),
  ...prohibited(view),
  ...strays(view),
  ...measures(view),
]

/** Body text stands on the page's rows. */
function offGrid(view: PageView): readonly Finding[] {
  const { grid } = view.page
  const off = view.display.lines.filter(
    (line) => isBody(line) && Math.abs(line.y - baselineY(grid, line.row)) > SAME,
  )
  const [first] = off
  if (first === undefined) return []
  return [
    finding(
      view,
      'page.off-grid',
      `${off.length} lines of text on page ${view.page.folio} stand off the grid; give their boxes whole rows.`,
      { value: off.length, limit: 0, cost: 10 + off.length },
      first,
    ),
  ]
}

/** Ems by which each gap of a justified line is opened. */
function openedBy(view: PageView, line: LineRecord): number {
  if (!line.justified) return 0
  const glyphs = view.runsOf(line).reduce((sum, run) => sum + run.glyphs.length, 0)
  return (line.setWidth - line.naturalWidth) / 1000 / Math.max(1, glyphs - 1)
}

/** Loosened lines: too many that show, or one that tears. */
function gaps(view: PageView): readonly Finding[] {
  const { shown, share, worst } = view.limits.gap
  const lines = view.display.lines.filter((line) => isBody(line) && line.justified)
  const opened = lines.map((line) => openedBy(view, line))
  const loose = opened.filter((gap) => gap > shown).length / Math.max(1, lines.length)
  const widest = Math.max(0, ...opened)
  const at = lines[opened.indexOf(widest)]
  const found: Finding[] = []
  if (loose > share) {
    found.push(
      finding(
        view,
        'page.gaps',
        `${Math.round(loose * 100)} % of the lines on page ${view.page.folio} are opened by more than ${shown} em a gap; cut or add words, or change a measure.`,
        { value: loose, limit: share, cost: 4 + (loose - share) * 100 },
      ),
    )
  }
  if (widest > worst && at !== undefined) {
    found.push(
      finding(
        view,
        'page.gap',
        `A line on page ${view.page.folio} is opened by ${widest.toFixed(3)} em a gap; change a word of its paragraph.`,
        { value: widest, limit: worst, cost: 4 },
        at,
      ),
    )
  }
  return found
}

/** 避头尾: marks at the wrong end of a line, and marks of two parts torn. */
function prohibited(view: PageView): readonly Finding[] {
  const lines = view.display.lines.filter((line) => isBody(line) || line.role === 'tip')
  const texts = lines.map((line) => wordsOf(view, line))
  return lines.flatMap((line, i): readonly Finding[] => {
    const words = texts[i] ?? ''
    const next = lines[i + 1]
    const after = next?.story === line.story && !line.last ? (texts[i + 1] ?? '') : ''
    const torn = TORN.some(([end, mark]) => end.test(words) && after.startsWith(mark))
    const wrong = (!line.first && NEVER_FIRST.test(words)) || (!line.last && NEVER_LAST.test(words))
    if (!wrong && !torn) return []
    return [
      finding(
        view,
        'text.kinsoku',
        `A line of ${line.story === null ? 'a box' : titleOf(view, line.story)} on page ${view.page.folio} breaks at “${words.slice(0, 2)}…${words.slice(-2)}”, where no line may; change a word.`,
        { value: 1, limit: 0, cost: 20 },
        line,
      ),
    ]
  })
}

/** 孤字, 孤行 and 背题. */
const strays = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame) => {
    const lines = textLines(view, frame.id)
    const legOf = legsIn(view, frame)
    return lines.flatMap((line, i): readonly Finding[] => {
      const before = lines[i - 1]
      const after = lines[i + 1]
      const title = titleOf(view, frame.story)
      const at = { value: 1, limit: 0, cost: 12 }
      const parted = after !== undefined && !line.last && legOf(after) !== legOf(line)
      const alone = line.role === 'body' && line.first && parted
      const late =
        line.role === 'body' &&
        line.last &&
        !line.first &&
        before !== undefined &&
        legOf(before) !== legOf(line)
      if (alone || late) {
        const where = alone ? 'first line at the foot' : 'last line at the head'
        return [
          finding(
            view,
            'text.stray-line',
            `A paragraph of ${title} on page ${view.page.folio} leaves its ${where} of a column alone; ask it for a line more or less.`,
            at,
            line,
          ),
        ]
      }
      if (line.role === 'subhead' && keptLines(lines, i, legOf) < 2 && after !== undefined) {
        return [
          finding(
            view,
            'text.stray-subhead',
            `A subhead of ${title} on page ${view.page.folio} stands at a column's foot with fewer than two lines below it; ask the text before it for a line more.`,
            at,
            line,
          ),
        ]
      }
      const isEnd = line.role === 'body' && line.last && !line.first
      const letters = isEnd ? lettersIn(wordsOf(view, line)) : 2
      if (letters < 2) {
        return [
          finding(
            view,
            'text.lone-character',
            `A paragraph of ${title} on page ${view.page.folio} ends with a single character on its last line; cut or add a word.`,
            { value: letters, limit: 2, cost: 3 },
            line,
          ),
        ]
      }
      return []
    })
  })

/** Lines of text below a 小标题 in its own leg, counted up to two; all there are at the story's end. */
function keptLines(
  lines: readonly LineRecord[],
  subhead: number,
  legOf: (line: LineRecord) => number,
): number {
  const heading = lines[subhead]
  const below = lines.slice(subhead + 1, subhead + 3)
  const own = below.filter((line) => heading !== undefined && legOf(line) === legOf(heading))
  return below.length < 2 && own.length === below.length ? 2 : own.length
}

/** Columns of whole characters, neither a ribbon nor too broad to read. */
const measures = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const { min, max } = view.limits.measure
    const { measure } = frame.text
    if (measure >= min && measure <= max) return []
    return [
      finding(
        view,
        'text.measure',
        `${titleOf(view, frame.story)} on page ${view.page.folio} is set to ${measure} characters a line; between ${min} and ${max} read well.`,
        { value: measure, limit: measure < min ? min : max, cost: 20 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })
