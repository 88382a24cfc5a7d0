/** A small valid edition on a plain grid, and the parts to make others. */
import type { Node } from 'prosemirror-model'
import { fontId, frameId, pageId, pictureId, rubricId, storyId } from '../../core/ids'
import { BLACK, ink } from '../../core/ink'
import { emptyEdition, type Edition, type Picture, type Story } from '../../core/model/edition'
import type { PictureFrame, Rubric, RuleFrame, StoryFrame } from '../../core/model/frame'
import type { Grid } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import type { StyleSheet } from '../../core/model/styleSheet'
import type { FacePair, TextStyle } from '../../core/model/styles'
import { withRecord } from '../../core/model/tables'
import { milliEm, mm, pt } from '../../core/units'
import {
  byline,
  caption,
  credit,
  dateline,
  deck,
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
} from './storyBuilder'

/** 6 base columns of 16 characters, 90 rows of 15 pt, body 10 pt, gutter 10 pt. */
export const plainGrid: Grid = {
  columns: 6,
  measure: 16,
  gutter: pt(10),
  rows: 90,
  leading: pt(15),
  bodySize: pt(10),
  x: pt(48),
  y: pt(90),
}

/** The fake font's, so that the edition composes without font files. */
export const testFaces: FacePair = { han: fontId('Fake'), latin: fontId('Fake') }

const style = (size: number, faces: FacePair, more: Partial<TextStyle> = {}): TextStyle => ({
  faces,
  size: pt(size),
  ink: BLACK,
  scaleX: 1,
  align: 'justify',
  indent: milliEm(0),
  ...more,
})

/** Every style in one pair of faces. */
export const plainStyleSheet = (faces: FacePair = testFaces): StyleSheet => ({
  id: 'plain',
  rules: {
    prohibition: 'gb',
    punctuation: 'full',
    trimLineStart: true,
    latinGap: { ideal: milliEm(250), min: milliEm(125), max: milliEm(500) },
    hyphenateFrom: 6,
    squeezeStops: true,
    closeUp: milliEm(42),
  },
  body: style(10, faces, { indent: milliEm(2000) }),
  dateline: faces,
  subhead: style(10, faces, { align: 'center' }),
  tip: style(9, faces, { indent: milliEm(2000) }),
  tipLabel: style(11, faces, { align: 'center' }),
  note: style(9, faces, { indent: milliEm(2000) }),
  captionTitle: style(12, faces, { align: 'center' }),
  caption: style(8.5, faces, { align: 'left' }),
  jump: style(9, faces, { align: 'right' }),
  rubric: style(14, faces, { align: 'center' }),
  kicker: faces,
  deck: faces,
  byline: faces,
  headline: { song: [faces, faces, faces], hei: [faces, faces, faces] },
  levels: [
    { size: pt(48), kicker: pt(18), deck: pt(20), byline: pt(12) },
    { size: pt(30), kicker: pt(14), deck: pt(16), byline: pt(11) },
    { size: pt(18), kicker: pt(12), deck: pt(12), byline: pt(10) },
  ],
  headlineScale: { min: 0.8, max: 1.2 },
  spacing: {
    insetClearance: milliEm(1000),
    insetMargin: 0.5,
    boxPadding: milliEm(1000),
    headTop: 0.5,
    kickerGap: 0.5,
    deckGap: 0.5,
    bylineGap: 0.5,
    headBottom: 0.5,
    turnGap: 0.2,
  },
  accent: ink(0, 1, 1, 0),
  tint: ink(0, 0, 0, 0.1),
})

export const page = (id: string, more: Partial<Page> = {}): Page => ({
  id: pageId(id),
  order: 1,
  folio: '01',
  section: '要闻',
  template: 'plain',
  sheet: { width: mm(390), height: mm(540), bleed: mm(3) },
  grid: plainGrid,
  styleSheet: 'plain',
  furniture: {
    headGap: pt(12),
    footGap: pt(8),
    thickRule: pt(2),
    thinRule: pt(0.5),
    name: style(24, testFaces),
    section: style(16, testFaces),
    date: style(9, testFaces),
    folio: style(24, testFaces),
    foot: style(9, testFaces),
  },
  credits: [],
  ...more,
})

export const story = (id: string, document: Node, more: Partial<Story> = {}): Story => ({
  id: storyId(id),
  slug: id,
  order: 1,
  doc: document,
  rubric: null,
  unplaced: [],
  removed: [],
  ...more,
})

type Place = readonly [column: number, row: number, columns: number, rows: number]
const cells = ([column, row, columns, rows]: Place) => ({ column, columns, row, rows })

/** A frame with as many text columns as base columns. */
export const storyFrame = (
  id: string,
  of: string,
  place: Place,
  more: Partial<StoryFrame> = {},
): StoryFrame => ({
  id: frameId(id),
  kind: 'story',
  page: pageId('p1'),
  area: cells(place),
  locked: false,
  story: storyId(of),
  order: 1,
  rubric: null,
  text: { columns: place[2], measure: 16 },
  padding: pt(0),
  head: { level: 1, face: 'song', turns: [] },
  insets: [],
  ...more,
})

export const pictureFrame = (
  id: string,
  of: string,
  place: Place,
  more: Partial<PictureFrame> = {},
): PictureFrame => ({
  id: frameId(id),
  kind: 'picture',
  page: pageId('p1'),
  area: cells(place),
  locked: false,
  story: storyId(of),
  pictureRows: place[3] - 4,
  crop: null,
  padding: pt(0),
  tint: false,
  ...more,
})

export const ruleFrame = (id: string, place: Place, more: Partial<RuleFrame> = {}): RuleFrame => ({
  id: frameId(id),
  kind: 'rule',
  page: pageId('p1'),
  area: cells(place),
  locked: false,
  direction: 'horizontal',
  weight: pt(0.5),
  offset: 0,
  ...more,
})

export const rubric = (
  id: string,
  title: string,
  place: Place,
  more: Partial<Rubric> = {},
): Rubric => ({
  id: rubricId(id),
  page: pageId('p1'),
  title: storyId(title),
  area: cells(place),
  titleRows: 2,
  style: 'box',
  ...more,
})

export const picture = (id: string, more: Partial<Picture> = {}): Picture => ({
  id: pictureId(id),
  file: `${'0123456789abcdef'.repeat(4)}.png`,
  name: `${id}.png`,
  width: 1200,
  height: 800,
  ...more,
})

/** A lead with a tip box, a brief under a rubric, a picture story and a credit line, on one page. */
export function smallEdition(faces: FacePair = testFaces): Edition {
  let edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', plainStyleSheet(faces))
  edition = withRecord(edition, 'pictures', picture('pic1'))
  for (const made of stories()) edition = withRecord(edition, 'stories', made)
  edition = withRecord(edition, 'pages', page('p1', { credits: [storyId('foot')] }))
  edition = withRecord(edition, 'rubrics', rubric('r1', 'r1-title', [3, 60, 3, 30]))
  for (const frame of [
    storyFrame('f1', 'lead', [0, 0, 4, 40], {
      head: { level: 0, face: 'song', turns: [] },
      insets: [{ block: 'tip1', x: milliEm(17000), width: milliEm(16000), row: 6, rows: 12 }],
    }),
    storyFrame('f2', 'brief', [3, 62, 3, 28], {
      rubric: rubricId('r1'),
      head: { level: 2, face: 'hei', turns: [] },
    }),
    storyFrame('f3', 'lead', [0, 62, 2, 20], { order: 2, head: null }),
    pictureFrame('f4', 'photo', [4, 0, 2, 24]),
    ruleFrame('f5', [0, 60, 3, 0]),
  ]) {
    edition = withRecord(edition, 'frames', frame)
  }
  return edition
}

function stories(): readonly Story[] {
  const lead = doc(
    kicker('河湾村今年种下'),
    headline('八百亩新稻'),
    deck('农机手一天插秧四十亩'),
    byline('本报记者 甲一'),
    p(dateline('本报河湾讯'), '清早，田里的水刚没过脚背。插秧机从东头开到西头，来回六趟。'),
    tip('tip1', label('阅读提示'), p('新稻株矮、穗大，抗风。'), p('收割期比往年早十天。')),
    p('村里的仓库也翻修了屋顶，烘干机在九月前装好。'),
    subhead('水渠先通'),
    p('三公里水渠清了淤，闸门换成电动的。'),
  )
  const brief = doc(
    headline('渡口夜里加两班船'),
    p(dateline('本报讯'), '从下周一起，渡口末班船推迟到二十三点。'),
  )
  const photo = doc(
    figure(
      'fig1',
      'pic1',
      figureTitle('晒谷'),
      caption('河湾村的晒谷场上，新谷铺成一片。'),
      credit('甲二 摄'),
    ),
  )
  return [
    story('lead', lead, { order: 1 }),
    story('brief', brief, { order: 2, rubric: rubricId('r1') }),
    story('photo', photo, { order: 3 }),
    story('r1-title', doc(line('便民')), { order: 4 }),
    story('foot', doc(line('本版责编 甲三')), { order: 5 }),
  ]
}
