import { chance } from './chance'
import { widthOf } from '../../core/intake/characters'
import type { ImportedItem, IntakeResult, PhotoText } from '../../core/intake'
import { bare } from './intakeScore'

/**
 * Damages a clean page as text taken from columns is damaged: paragraphs end with the column and go on
 * in the next, captions and tips stand in the middle of a sentence, a character is printed on both sides
 * of a break, a piece comes after the paragraph below it. Seeded, so that a score can be held.
 */
export interface CutOptions {
  readonly seed: number
  /** Characters of body text in one column, about. */
  readonly column: number
  /** Share of the cuts at which the last character is printed twice. */
  readonly echoes: number
  /** Share of the cuts whose second piece comes one paragraph late. */
  readonly swaps: number
}

export interface CutPage {
  readonly text: string
  /** The truth's paragraph each line (from 1) is a piece of; lines that are none are absent. */
  readonly paragraphOf: ReadonlyMap<number, string>
  readonly cuts: number
}

interface Row {
  readonly text: string
  /** Paragraph of the truth, '' for none. */
  readonly paragraph: string
  readonly story: string
  /** A line of a caption or box. */
  readonly box: boolean
}

const CUTTABLE = 40
/** Nothing shorter than this is left of a paragraph on either side of a cut. */
const MARGIN = 6

const textsOfPhoto = ({ title, caption, credit }: PhotoText): string =>
  bare(`${title ?? ''}${caption}${credit ?? ''}`)

interface Place {
  readonly paragraph: string
  readonly story: string
  readonly text: string
}

function placesOf(items: readonly ImportedItem[]): {
  readonly paragraphs: readonly Place[]
  readonly boxes: readonly string[]
  readonly subheads: ReadonlySet<string>
} {
  const paragraphs: Place[] = []
  const boxes: string[] = []
  const subheads = new Set<string>()
  for (const item of items) {
    if (item.kind !== 'story') continue
    boxes.push(...item.photos.map(textsOfPhoto))
    item.blocks.forEach((block, index) => {
      if (!('text' in block)) return
      if (block.type === 'subhead') subheads.add(bare(block.text))
      if (block.type === 'readingTip') boxes.push(bare(`${block.label ?? ''}${block.text}`))
      if (block.type === 'paragraph')
        paragraphs.push({
          paragraph: `${item.id}.${index}`,
          story: item.id,
          text: bare(block.text),
        })
    })
  }
  return { paragraphs, boxes, subheads }
}

/** A line of the raw text belongs to the paragraph that holds it, or that it holds with its dateline. */
function rowsOf(raw: string, items: readonly ImportedItem[]): readonly Row[] {
  const { paragraphs, boxes, subheads } = placesOf(items)
  let above: Row = { text: '', paragraph: '', story: '', box: false }
  return raw.split('\n').map((text): Row => {
    const row = rowOf(text)
    if (row.paragraph !== '') above = row
    return row
  })

  function rowOf(text: string): Row {
    const words = bare(text)
    const none: Row = { text, paragraph: '', story: '', box: false }
    // A mark alone is the end of the paragraph above.
    if (words === '') return text.trim() === '' ? none : { ...above, text }
    if (subheads.has(words)) return none
    const own = paragraphs.find(
      (place) =>
        place.text === words ||
        (words.length >= 2 && place.text.includes(words)) ||
        (place.text.length >= 8 && words.includes(place.text)),
    )
    const last = words.length === 1 ? above : undefined
    if (
      last &&
      paragraphs.some((place) => place.paragraph === last.paragraph && place.text.endsWith(words))
    )
      return { ...last, text }
    if (own) return { text, paragraph: own.paragraph, story: own.story, box: false }
    return { ...none, box: words.length > 1 && boxes.some((box) => box.includes(words)) }
  }
}

/** Which paragraph each line of a page is a piece of. */
export const paragraphsOf = (
  raw: string,
  items: readonly ImportedItem[],
): ReadonlyMap<number, string> => numbered(rowsOf(raw, items))

const numbered = (rows: readonly Row[]): ReadonlyMap<number, string> =>
  new Map(
    rows.flatMap(({ paragraph, box }, index) =>
      paragraph === '' && !box ? [] : [[index + 1, paragraph || 'box'] as const],
    ),
  )

const isHan = (ch: string | undefined): boolean => ch !== undefined && /\p{Script=Han}/u.test(ch)

/** Where the row may be cut near `wanted`: not beside its ends, and not inside a run of Latin or digits. */
function cutNear(text: string, wanted: number): number {
  const from = text.length - text.trimStart().length + 12
  const to = text.length - MARGIN
  const start = Math.max(from, Math.min(wanted, to))
  const fits = (at: number): boolean => isHan(text[at - 1]) && isHan(text[at])
  for (let at = start; at >= from; at--) if (fits(at)) return at
  for (let at = start; at <= to; at++) if (fits(at)) return at
  return -1
}

function cutRow(row: Row, at: number, echo: boolean): readonly [Row, Row] {
  const from = echo ? at - 1 : at
  return [
    { ...row, text: row.text.slice(0, at) },
    { ...row, text: row.text.slice(from) },
  ]
}

const isBlank = ({ text }: Row): boolean => text.trim() === ''

/** Captions and tips between two paragraphs of one story move into the middle of the lower one. */
function setBoxesInside(rows: readonly Row[], random: () => number): readonly Row[] {
  const result: Row[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row
    let end = at
    while (rows[end] && ((rows[end] as Row).box || isBlank(rows[end] as Row))) end++
    const below = rows[end]
    const split =
      row.box && below && below.paragraph !== '' && widthOf(below.text) >= CUTTABLE
        ? cutNear(below.text, Math.floor(below.text.length * (0.3 + random() * 0.4)))
        : -1
    const above = result.findLast((before) => !isBlank(before))
    if (split > 0 && below && above?.story === below.story) {
      const [head, tail] = cutRow(below, split, false)
      result.push(head, ...rows.slice(at, end), tail)
      at = end
    } else result.push(row)
  }
  return result
}

export function cutPage(
  raw: string,
  truth: readonly ImportedItem[],
  { seed, column, echoes, swaps }: CutOptions,
): CutPage {
  const random = chance(seed)
  const rows = setBoxesInside(rowsOf(raw, truth), random)
  const spaced = rows.filter(isBlank).length * 3 > rows.length
  const result: Row[] = []
  let cuts = 0
  let left = column * (0.6 + random() * 0.4)
  let late: Row | null = null
  for (const [index, row] of rows.entries()) {
    const width = row.paragraph === '' ? 0 : row.text.length
    const ends = width > 0 && width > left && widthOf(row.text) >= CUTTABLE
    const next = rows.slice(index + 1).find((other) => !isBlank(other))
    const at = ends ? cutNear(row.text, left) : -1
    if (at < 0) {
      result.push(row)
      left -= width
      if (late && width > 0) {
        result.push(...(spaced ? [{ ...late, text: '', paragraph: '' }] : []), late)
        late = null
      }
      continue
    }
    cuts++
    const [head, tail] = cutRow(row, at, random() < echoes)
    const blank: Row = { text: '', paragraph: '', story: '', box: false }
    const swapped =
      random() < swaps && late === null && next?.paragraph !== '' && next?.story === row.story
    if (swapped) {
      result.push(head)
      late = tail
    } else result.push(head, ...(spaced ? [blank] : []), tail)
    left = column * (0.8 + random() * 0.4)
  }
  if (late) result.push(late)
  return { text: result.map(({ text }) => text).join('\n'), paragraphOf: numbered(result), cuts }
}

/** One join the intake made, and whether the truth joins these lines too. */
export interface JudgedJoin {
  readonly lines: readonly number[]
  readonly confidence: number
  readonly right: boolean
}

export const judgeJoins = (
  { report }: IntakeResult,
  paragraphOf: ReadonlyMap<number, string>,
): readonly JudgedJoin[] =>
  report.decisions
    .filter(({ kind }) => kind === 'join' || kind === 'move' || kind === 'echo')
    .map(({ lines, confidence }) => {
      const [from = 0, to = 0] = lines
      const paragraph = paragraphOf.get(to)
      return {
        lines,
        confidence,
        right: paragraph !== undefined && paragraph === paragraphOf.get(from),
      }
    })
