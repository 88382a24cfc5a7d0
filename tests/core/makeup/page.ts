/** Pages of invented stories for make-up, on the plain grid and the fake font. */
import type { Node } from 'prosemirror-model'
import { createComposeCache } from '../../../core/compose'
import { composeEdition, type EditionDisplay } from '../../../core/compose'
import { pageId, rubricId, storyId } from '../../../core/ids'
import { HOUSE, makeUp, type MakeUp, type MakeUpHouse } from '../../../core/makeup'
import { emptyEdition, type Edition, type Story } from '../../../core/model/edition'
import type { Cells, Grid } from '../../../core/model/grid'
import { cellsOverlap } from '../../../core/model/grid'
import { withRecord } from '../../../core/model/tables'
import { page, plainStyleSheet, story } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import {
  byline,
  caption,
  credit,
  doc,
  figure,
  figureTitle,
  headline,
  kicker,
  label,
  line,
  p,
  subhead,
  tip,
} from '../../build/storyBuilder'

const SENTENCE = '清早的渡口只有两条船，撑船人把缆绳解开，雾还没有散。'
export const fonts = fakeFonts()

/** Text of about `characters` characters. */
export const prose = (characters: number): string =>
  SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, Math.max(1, characters - 1)) +
  '。'

const paragraphs = (characters: number): readonly Node[] => {
  const count = Math.max(1, Math.round(characters / 120))
  return Array.from({ length: count }, () => p(prose(Math.round(characters / count))))
}

export const brief = (words: string, characters: number): Node =>
  doc(headline(words), ...paragraphs(characters))

export const feature = (words: string, characters: number, box: string | null = null): Node =>
  doc(
    kicker('三公里水渠清了淤，闸门换成电动的——'),
    headline(words),
    byline('本报记者　甲一'),
    ...paragraphs(characters / 2),
    ...(box === null ? [] : [tip(box, label('阅读提示'), p(prose(70)))]),
    subhead('水渠先通'),
    ...paragraphs(characters / 2),
  )

export const photo = (id: string, characters: number): Node =>
  doc(
    figure(
      id,
      null,
      figureTitle('渡口清晨'),
      caption(prose(characters)),
      credit('本报记者　乙二　摄'),
    ),
  )

export const title = (words: string): Node => doc(line(words))

/** Documents by id; `r1:` before an id puts the story under the 栏目 r1, whose own id is `r1`. */
export interface Copy {
  readonly [id: string]: Node
}

export function editionWith(copy: Copy, pages: readonly string[] = ['p1'], grid?: Grid): Edition {
  let edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', plainStyleSheet())
  pages.forEach((id, order) => {
    const folio = String(order + 1).padStart(2, '0')
    edition = withRecord(edition, 'pages', page(id, { order, folio, ...(grid ? { grid } : {}) }))
  })
  Object.entries(copy).forEach(([key, document], order) => {
    const [group, id] = key.includes(':') ? key.split(':') : [null, key]
    const rubric = group ?? (key.startsWith('r') ? key : null)
    const made: Story = story(id ?? key, document, {
      order,
      rubric: rubric === null ? null : rubricId(rubric),
    })
    edition = withRecord(edition, 'stories', made)
  })
  return edition
}

export const idsOf = (copy: Copy): readonly string[] =>
  Object.keys(copy).map((key) => key.split(':').at(-1) ?? key)

/** Pairs of characters stand for words. */
export const inPairs = (text: string): readonly string[] => text.match(/.{1,2}/gsu) ?? []

export const placed = (
  edition: Edition,
  lists: Readonly<Record<string, readonly string[]>>,
  house: MakeUpHouse = HOUSE,
): MakeUp =>
  makeUp(edition, {
    pages: Object.entries(lists).map(([id, stories]) => ({
      page: pageId(id),
      stories: stories.map(storyId),
    })),
    fonts,
    cache: createComposeCache(),
    segment: inPairs,
    house,
  })

export function withMakeUp(edition: Edition, made: MakeUp): Edition {
  let next = edition
  for (const added of made.pages) next = withRecord(next, 'pages', added)
  for (const rubric of made.rubrics) next = withRecord(next, 'rubrics', rubric)
  for (const frame of made.frames) next = withRecord(next, 'frames', frame)
  return next
}

export const composed = (edition: Edition): EditionDisplay =>
  composeEdition(edition, { fonts, cache: createComposeCache() })

/** The stories of which not all is on the page. */
export const overset = (display: EditionDisplay): readonly string[] =>
  display.stories.filter((fit) => fit.overset.length > 0).map((fit) => fit.story)

/** What is wrong with the frames as frames: overlaps, cells outside the grid, ids used twice. */
export function frameTroubles(edition: Edition): readonly string[] {
  const troubles: string[] = []
  for (const { id, grid } of Object.values(edition.pages)) {
    const frames = Object.values(edition.frames).filter((frame) => frame.page === id)
    const solid = frames.filter((frame) => frame.kind !== 'rule')
    for (const { id: own, area, kind } of frames) {
      if (!inGrid(area, grid)) troubles.push(`${kind} ${own} leaves the grid`)
    }
    const boxes = Object.values(edition.rubrics).filter((rubric) => rubric.page === id)
    solid.forEach((a, i) => {
      for (const b of solid.slice(i + 1)) {
        if (cellsOverlap(a.area, b.area)) troubles.push(`${a.id} overlaps ${b.id}`)
      }
      const own = a.kind === 'story' ? a.rubric : null
      for (const box of boxes) {
        if (own !== box.id && cellsOverlap(a.area, box.area))
          troubles.push(`${a.id} stands in ${box.id}`)
        if (own === box.id && !inside(a.area, box.area)) troubles.push(`${a.id} leaves ${box.id}`)
      }
    })
  }
  return troubles
}

const inGrid = (area: Cells, grid: Grid): boolean =>
  inside(area, { column: 0, columns: grid.columns, row: 0, rows: grid.rows })

const inside = (inner: Cells, outer: Cells): boolean =>
  inner.column >= outer.column &&
  inner.row >= outer.row &&
  inner.column + inner.columns <= outer.column + outer.columns &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.columns > 0 &&
  inner.rows > 0
