/** Blocks of a page without a search: text under its headline, and tinted pictures. */
import { createComposeCache } from '../../../core/compose'
import type { Block } from '../../../core/makeup/blocks'
import { HOUSE } from '../../../core/makeup/house'
import { nothingTried } from '../../../core/makeup/tried'
import type { PageTask, StoryForm } from '../../../core/makeup/types'
import { milliEm, pt } from '../../../core/units'
import { page, plainStyleSheet, story } from '../../build/editionBuilder'
import { brief, editionWith, fonts, inPairs } from './page'

export const task: PageTask = {
  edition: editionWith({}),
  page: page('p1'),
  sheet: plainStyleSheet(),
  house: HOUSE,
  fonts,
  cache: createComposeCache(),
  segment: inPairs,
  threads: new Map(),
  threaded: new Map(),
  filling: new Set(),
  goesOn: new Set(),
  pictures: 1,
  fixed: { frames: [], rubrics: [] },
  cancelled: () => false,
  standing: new Set(),
  headScale: 1,
  depth: 90,
  pictureShare: HOUSE.pictureShare,
  emptyShare: HOUSE.pictureShare.max,
  air: 'usual',
  trials: new WeakMap(),
  bodies: new WeakMap(),
  turns: new WeakMap(),
  heads: new WeakMap(),
  tried: nothingTried(),
  among: new Set(),
  isFew: false,
  isCrowd: false,
}

export type Area = readonly [column: number, row: number, columns: number, rows: number]

export const textBlock = ([column, row, columns, rows]: Area, level = 2, headRows = 4): Block => {
  const form: StoryForm = {
    kind: 'story',
    rank: { story: story('s', brief('河湾新稻开镰', 100)), weight: 1, level, goesOn: false },
    rows,
    cost: 0,
    text: { columns, measure: 16 },
    padding: pt(0),
    head: { level, face: 'song', turns: [] },
    insets: [{ block: 'none', x: milliEm(0), width: milliEm(0), row: 0, rows: 0 }],
    headRows,
    ragged: 0,
  }
  return { form, column, columns, row, rows }
}

export const tinted = ([column, row, columns, rows]: Area): Block => ({
  form: {
    ...{ kind: 'picture', cost: 0, rows, pictureRows: 9 },
    story: story('ph', brief('', 9)),
    padding: pt(8),
    tint: true,
  },
  column,
  columns,
  row,
  rows,
})
