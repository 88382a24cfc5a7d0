/**
 * Validators of every record of an edition: what a file or another desk sends
 * is one of these or is refused. Numbers are bounded so that no value can make
 * the composer run without end.
 */
import * as v from 'valibot'
import type { EditionMeta, Picture, Story } from './edition'
import type { Frame, Rubric } from './frame'
import type { Page } from './page'
import type { StyleSheet } from './styleSheet'
import type { TextStyle } from './styles'
import type { TableName } from './tables'
import {
  aFontId,
  aFrameId,
  aPageId,
  aPictureId,
  aRubricId,
  aStoryId,
  anyId,
  flag,
  isoDate,
  milliEms,
  millimetres,
  number,
  oneOf,
  points,
  text,
  typeSize,
  whole,
} from './values'

const OBJECT = 'an object'
const LIST = 'a list'

const share = number(0, 1)
const place = whole(-1_000_000, 1_000_000)

export const cells = v.strictObject(
  { column: whole(0, 200), columns: whole(0, 200), row: whole(0, 2_000), rows: whole(0, 2_000) },
  OBJECT,
)

/** 期号, as a daily of some thousand years has it. */
export const issue = v.nullable(whole(1, 999_999))

export const metaSchema: v.GenericSchema<unknown, EditionMeta> = v.strictObject(
  { publication: text, date: isoDate, issue },
  OBJECT,
)

const ink = v.strictObject({ c: share, m: share, y: share, k: share }, OBJECT)
const facePair = v.strictObject({ han: aFontId, latin: aFontId }, OBJECT)
const scale = number(0.1, 10)

const textStyle: v.GenericSchema<unknown, TextStyle> = v.strictObject(
  {
    faces: facePair,
    size: typeSize,
    ink,
    scaleX: scale,
    align: oneOf(['justify', 'left', 'center', 'right']),
    indent: milliEms(0),
  },
  OBJECT,
)

const grid = v.strictObject(
  {
    columns: whole(1, 200),
    measure: whole(1, 200),
    gutter: points(0),
    rows: whole(1, 2_000),
    leading: typeSize,
    bodySize: typeSize,
    x: points(0),
    y: points(0),
  },
  OBJECT,
)

const furniture = v.strictObject(
  {
    headGap: points(0),
    footGap: points(0),
    thickRule: points(0),
    thinRule: points(0),
    name: textStyle,
    section: textStyle,
    date: textStyle,
    folio: textStyle,
    foot: textStyle,
  },
  OBJECT,
)

export const pageSchema: v.GenericSchema<unknown, Page> = v.strictObject(
  {
    id: aPageId,
    order: place,
    folio: text,
    section: text,
    template: text,
    sheet: v.strictObject({ width: millimetres, height: millimetres, bleed: millimetres }, OBJECT),
    grid,
    styleSheet: anyId,
    furniture,
    credits: v.array(aStoryId, LIST),
  },
  OBJECT,
)

const frameBase = { id: aFrameId, page: aPageId, area: cells, locked: flag }

const head = v.strictObject(
  {
    level: whole(0, 20),
    face: oneOf(['song', 'hei']),
    turns: v.array(whole(1, 10_000), LIST),
    scale: v.exactOptional(scale),
    rows: v.exactOptional(whole(1, 2_000)),
    vertical: v.exactOptional(oneOf(['left', 'right'])),
    place: v.exactOptional(
      v.strictObject(
        { column: whole(0, 199), columns: whole(1, 200), row: whole(0, 2_000) },
        OBJECT,
      ),
    ),
  },
  OBJECT,
)

const inset = v.strictObject(
  { block: anyId, x: milliEms(0), width: milliEms(0), row: whole(0, 2_000), rows: whole(0, 2_000) },
  OBJECT,
)

export const frameSchema: v.GenericSchema<unknown, Frame> = v.variant(
  'kind',
  [
    v.strictObject(
      {
        ...frameBase,
        kind: v.literal('story'),
        story: aStoryId,
        order: place,
        rubric: v.nullable(aRubricId),
        text: v.strictObject({ columns: whole(1, 200), measure: whole(1, 10_000) }, OBJECT),
        padding: points(0),
        head: v.nullable(head),
        insets: v.array(inset, LIST),
      },
      OBJECT,
    ),
    v.strictObject(
      {
        ...frameBase,
        kind: v.literal('picture'),
        story: aStoryId,
        pictureRows: whole(0, 2_000),
        crop: v.nullable(
          v.strictObject({ x: share, y: share, width: share, height: share }, OBJECT),
        ),
        padding: points(0),
        tint: flag,
      },
      OBJECT,
    ),
    v.strictObject(
      {
        ...frameBase,
        kind: v.literal('rule'),
        direction: oneOf(['horizontal', 'vertical']),
        weight: points(0),
        offset: number(-2_000, 2_000),
      },
      OBJECT,
    ),
  ],
  'story, picture or rule',
)

export const rubricSchema: v.GenericSchema<unknown, Rubric> = v.strictObject(
  {
    id: aRubricId,
    page: aPageId,
    title: aStoryId,
    area: cells,
    titleRows: whole(0, 2_000),
    style: oneOf(['box', 'rule']),
  },
  OBJECT,
)

const looseText = v.array(v.strictObject({ text, why: text }, OBJECT), LIST)

/** A story without its document, which ProseMirror reads and checks. */
export const storyFields = {
  id: aStoryId,
  slug: text,
  order: place,
  rubric: v.nullable(aRubricId),
  unplaced: looseText,
  removed: looseText,
}

export const storySchemaWithoutDoc: v.GenericSchema<unknown, Omit<Story, 'doc'>> = v.strictObject(
  storyFields,
  OBJECT,
)

export const MEDIA_FILE = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/
const MEDIA_MESSAGE = 'a file name of 64 hexadecimal digits and an extension'

export const pictureSchema: v.GenericSchema<unknown, Picture> = v.strictObject(
  {
    id: aPictureId,
    file: v.pipe(v.string(MEDIA_MESSAGE), v.regex(MEDIA_FILE, MEDIA_MESSAGE)),
    name: text,
    width: whole(1, 1_000_000),
    height: whole(1, 1_000_000),
  },
  OBJECT,
)

const houseRules = v.strictObject(
  {
    prohibition: oneOf(['none', 'basic', 'gb', 'strict']),
    punctuation: oneOf(['full', 'kaiming', 'lineEndHalf', 'half']),
    trimLineStart: flag,
    latinGap: v.strictObject({ ideal: milliEms(0), min: milliEms(0), max: milliEms(0) }, OBJECT),
    hyphenateFrom: whole(0, 1_000),
    squeezeStops: flag,
    closeUp: milliEms(0),
  },
  OBJECT,
)

const level = v.strictObject(
  { size: typeSize, kicker: typeSize, deck: typeSize, byline: typeSize },
  OBJECT,
)

const rowsOf = number(0, 100)
const spacing = v.strictObject(
  {
    insetClearance: milliEms(0),
    insetMargin: rowsOf,
    boxPadding: milliEms(0),
    headTop: rowsOf,
    kickerGap: rowsOf,
    deckGap: rowsOf,
    bylineGap: rowsOf,
    headBottom: rowsOf,
    turnGap: rowsOf,
  },
  OBJECT,
)

export const styleSheetSchema: v.GenericSchema<unknown, StyleSheet> = v.strictObject(
  {
    id: anyId,
    rules: houseRules,
    body: textStyle,
    dateline: facePair,
    subhead: textStyle,
    tip: textStyle,
    tipLabel: textStyle,
    note: textStyle,
    captionTitle: textStyle,
    caption: textStyle,
    jump: textStyle,
    rubric: textStyle,
    kicker: facePair,
    deck: facePair,
    byline: facePair,
    headline: v.strictObject(
      { song: v.array(facePair, LIST), hei: v.array(facePair, LIST) },
      OBJECT,
    ),
    levels: v.array(level, LIST),
    headlineScale: v.strictObject({ min: scale, max: scale }, OBJECT),
    spacing,
    accent: ink,
    tint: ink,
  },
  OBJECT,
)

/** Every table's validator; a story's leaves out its document. */
export const recordSchemas: Readonly<Record<TableName, v.GenericSchema>> = {
  pages: pageSchema,
  frames: frameSchema,
  rubrics: rubricSchema,
  stories: storySchemaWithoutDoc,
  pictures: pictureSchema,
  styleSheets: styleSheetSchema,
}
