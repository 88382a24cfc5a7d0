/** Type and ornament of the whole page: few families, few kinds of frame, like things set alike, headlines turned between words. */
import type { LineRecord } from '../display/displayList'
import type { PictureFrame } from '../model/frame'
import { textOf } from '../model/storySchema'
import { LEANS_ON, lettersIn, NEVER_FIRST, NEVER_LAST } from '../text/displayTurns'
import { finding, titleOf, type Finding } from './finding'
import { headLines, textLines, wordsOf, type PageView } from './pageView'

export const typeRules = (view: PageView): readonly Finding[] => [
  ...turns(view),
  ...breaks(view),
  ...hangingCompanions(view),
  ...families(view),
  ...frameStyles(view),
  ...captions(view),
  ...indents(view),
]

/** A turn inside any of these is wrong whatever the words are: a number, a Latin word, a pair of dashes. */
const NEVER_TORN =
  /[\p{Nd}\p{Script=Latin}%％.][\p{Nd}\p{Script=Latin}%％.]|[第一二两三四五六七八九十百千万亿][一二两三四五六七八九十百千万亿]|第\p{Nd}|——|……/u

const isTorn = (text: string, at: number): boolean => NEVER_TORN.test(text.slice(at - 1, at + 1))

/** Words by the place where they end; null when nobody can tell words. */
function wordEnds(view: PageView, text: string): ReadonlyMap<number, string> | null {
  if (view.words === null) return null
  let at = 0
  return new Map(view.words(text).map((word) => [(at += word.length), word]))
}

/** A 主题 turns to its next line between two words. */
const turns = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const doc = view.edition.stories[frame.story]?.doc
    if (frame.head === null || doc === undefined) return []
    const text = textOf(doc, 'headline')
    const ends = wordEnds(view, text)
    const at = frame.head.turns.find(
      (turn) =>
        turn > 0 &&
        turn < text.length &&
        (isTorn(text, turn) || (ends !== null && !ends.has(turn))),
    )
    if (at === undefined) return []
    return [
      finding(
        view,
        'page.headline-turn',
        `The headline of ${titleOf(view, frame.story)} on page ${view.page.folio} turns inside a word, after “${text.slice(Math.max(0, at - 2), at)}”; move the turn.`,
        { value: at, limit: 0, cost: 8 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** What is wrong with a line of a turned 主题; null for a good one. */
function brokenLine(line: string, first: boolean, last: boolean): string | null {
  if (!first && NEVER_FIRST.test(line)) return `begins with “${[...line][0] ?? ''}”`
  if (!last && NEVER_LAST.test(line)) return `ends with “${[...line].at(-1) ?? ''}”`
  return lettersIn(line) < 2 ? `holds nothing but “${line}”` : null
}

/** No line of a 主题 begins with 的 or a mark, ends with 和 or another word that leans on the next (的 may), or holds a single character. */
const breaks = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const doc = view.edition.stories[frame.story]?.doc
    if (frame.head === null || doc === undefined || frame.head.turns.length === 0) return []
    const text = textOf(doc, 'headline')
    const turns = frame.head.turns.filter((turn) => turn > 0 && turn < text.length)
    const lines = [0, ...turns].map((from, i) => text.slice(from, turns[i]).trim())
    const ends = wordEnds(view, text)
    const faults = lines.flatMap((line, i): string | readonly string[] => {
      const last = ends?.get(turns[i] ?? text.length) ?? ''
      const hangs =
        i < turns.length && last !== '的' && LEANS_ON.test(last) ? `ends with “${last}”` : []
      return brokenLine(line, i === 0, i === lines.length - 1) ?? hangs
    })
    const [fault] = faults
    if (turns.length === 0 || fault === undefined) return []
    return [
      finding(
        view,
        'page.headline-break',
        `A line of the headline of ${titleOf(view, frame.story)} on page ${view.page.folio} ${fault}; move the turn.`,
        { value: faults.length, limit: 0, cost: 6 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

const COMPANIONS = ['kicker', 'deck'] as const

/** A 引题 or 副题 on several lines turns where no word hangs either: none ends with 为, 的 or 和. */
const hangingCompanions = (view: PageView): readonly Finding[] =>
  view.words === null
    ? []
    : view.stories.flatMap((frame): readonly Finding[] =>
        COMPANIONS.flatMap((role): readonly Finding[] => {
          const doc = view.edition.stories[frame.story]?.doc
          const lines = headLines(view, frame.id).filter((line) => line.role === role)
          if (doc === undefined || lines.length < 2) return []
          const hanging = hangingWords(view, textOf(doc, role), lines)
          const [word] = hanging
          if (word === undefined) return []
          return [
            finding(
              view,
              'page.companion-break',
              `A line of the ${role} of ${titleOf(view, frame.story)} on page ${view.page.folio} ends with “${word}”; set it over another width or cut a word.`,
              { value: hanging.length, limit: 0, cost: 3 },
              { frame: frame.id, story: frame.story },
            ),
          ]
        }),
      )

/** Words that lean on the next and end a line that is not the last of its text. */
function hangingWords(view: PageView, text: string, lines: readonly LineRecord[]) {
  const ends = wordEnds(view, text)
  let at = 0
  return lines.slice(0, -1).flatMap((line): readonly string[] => {
    const words = wordsOf(view, line).trim()
    at = text.indexOf(words, at) + words.length
    const last = ends?.get(at) ?? ''
    return LEANS_ON.test(last) ? [last] : []
  })
}

/** Fonts of one family share the name before the hyphen. */
const familyOf = (font: string): string => font.split('-')[0] ?? font

function families(view: PageView): readonly Finding[] {
  const fonts = new Set<string>()
  for (const item of view.display.items) if (item.kind === 'text') fonts.add(item.font)
  const used = new Set([...fonts].map(familyOf))
  const limit = view.limits.families
  if (used.size <= limit) return []
  return [
    finding(
      view,
      'page.too-many-families',
      `Page ${view.page.folio} is set in ${used.size} families of type (${[...used].sort().join(', ')}); ${limit} are enough.`,
      { value: used.size, limit, cost: (used.size - limit) * 5 },
    ),
  ]
}

/** Kinds of frame: the border of a 栏目, and that of boxes in the text. A tint is none. */
function frameStyles(view: PageView): readonly Finding[] {
  const rubrics = Object.values(view.edition.rubrics)
    .filter(({ page, style }) => page === view.page.id && style === 'box')
    .map(() => 'rubric')
  const boxes = view.stories.flatMap((frame) => {
    const kinds = new Map<string, string>()
    view.edition.stories[frame.story]?.doc.forEach((node) => {
      if (node.type.name !== 'figure') kinds.set(String(node.attrs['id']), node.type.name)
    })
    return frame.insets.flatMap(({ block }) => kinds.get(block) ?? [])
  })
  const styles = new Set([...rubrics, ...boxes])
  const limit = view.limits.frameStyles
  if (styles.size <= limit) return []
  return [
    finding(
      view,
      'page.too-many-frames',
      `Page ${view.page.folio} has ${styles.size} kinds of frame; ${limit} are enough.`,
      { value: styles.size, limit, cost: (styles.size - limit) * 3 },
    ),
  ]
}

/** What a picture's words are made of: their sizes. */
const makeOf = (lines: readonly LineRecord[]): string =>
  [...new Set(lines.map(({ size }) => size.toFixed(1)))].sort().join(' ')

/** Captions of a page are made alike: all with a title or none. */
function captions(view: PageView): readonly Finding[] {
  const made = view.pictures.map((frame) => makeOf(view.linesIn(frame.id)))
  const usual = [...made].sort(
    (a, b) =>
      made.filter((one) => one === b).length - made.filter((one) => one === a).length ||
      made.indexOf(a) - made.indexOf(b),
  )[0]
  return view.pictures.flatMap((frame: PictureFrame, i): readonly Finding[] => {
    if (made[i] === usual) return []
    return [
      finding(
        view,
        'page.caption-unlike',
        `The caption of ${titleOf(view, frame.story)} on page ${view.page.folio} is made unlike those of the other pictures; give all a title or none, in one size.`,
        { value: 1, limit: 0, cost: 3 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })
}

/** Points: less is the rounding of sums. */
const SAME = 0.05

/** Every paragraph begins two ems in, and every other line at its column's edge. */
const indents = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const lines = textLines(view, frame.id).filter(({ role }) => role === 'body')
    const edges = new Map<number, number>()
    for (const { first, column, x } of lines)
      if (!first) edges.set(column, Math.min(x, edges.get(column) ?? Infinity))
    const off = lines.filter(
      (line) => line.first && Math.abs(indentOf(view, line, edges.get(line.column))) > SAME,
    )
    const [first] = off
    if (first === undefined) return []
    return [
      finding(
        view,
        'text.indent',
        `${off.length} paragraphs of ${titleOf(view, frame.story)} on page ${view.page.folio} do not begin ${view.limits.indent} em in; give them the body's style.`,
        { value: off.length, limit: 0, cost: 5 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** Marks whose blank left half is trimmed where a paragraph begins: their glyph stands left of its place. */
const OPENING = /^[“‘（《「『【〈]/u

/**
 * Points by which a paragraph's first character is off its indent, counted from
 * where the other lines of its column begin; 0 where there are none or a box moves the line.
 */
function indentOf(view: PageView, line: LineRecord, column = Infinity): number {
  const run = view.runsOf(line)[0]
  if (run === undefined || OPENING.test(run.texts[0] ?? '')) return 0
  if (Math.abs(line.x - column) > SAME) return 0
  return run.x + ((run.offsets[0] ?? 0) * run.size) / 1000 - column - view.limits.indent * line.size
}
