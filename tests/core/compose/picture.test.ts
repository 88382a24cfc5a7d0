import { describe, expect, it } from 'vitest'
import type { Node } from 'prosemirror-model'
import { withRecord } from '../../../core/model/tables'
import { contains, overlaps, right, type Rect } from '../../../core/geometry'
import type { PictureFrame } from '../../../core/model/frame'
import { cellsRect } from '../../../core/model/grid'
import type { LineRecord, PictureItem } from '../../../core/display/displayList'
import { page, picture, pictureFrame, plainGrid } from '../../build/editionBuilder'
import { caption, credit, doc, figure, figureTitle } from '../../build/storyBuilder'
import { compose, editionOf, lineText } from '../../build/storyPages'

const words = '渡口的灯亮到半夜，船工把缆绳绕了三圈，等最后一个人上来。'

const composedAs = (document: Node, frame: PictureFrame) => {
  let edition = withRecord(editionOf(document, []), 'pictures', picture('pic1'))
  edition = withRecord(withRecord(edition, 'pages', page('p1')), 'frames', frame)
  const display = compose(edition)
  const [sheet] = display.pages
  if (sheet === undefined) throw new Error('The page composes')
  return { display, sheet, area: cellsRect(plainGrid, frame.area) }
}

const composed = (rows: number, pictureRows: number) => {
  const document = doc(
    figure('pic', 'pic1', figureTitle('渡口'), caption(words.repeat(3)), credit('甲一 摄')),
  )
  const { display, sheet, area } = composedAs(
    document,
    pictureFrame('f', 's', [0, 0, 2, rows], { pictureRows }),
  )
  const shown = sheet.lines.filter((line) => line.role === 'caption')
  const item = sheet.items.find((one): one is PictureItem => one.kind === 'picture')
  return { display, page: sheet, shown, item, area }
}

describe('a picture story', () => {
  it('stands in its frame with its words below it', () => {
    const { page: sheet, shown, item, area, display } = composed(30, 20)
    expect(item && contains(area, item.rect)).toBe(true)
    expect(shown.map((line) => lineText(sheet, line)).join('')).toBe(
      `渡口${words.repeat(3)}甲一　摄`,
    )
    const box: Rect | undefined = item?.rect
    for (const line of shown) {
      const ink = { x: line.x, y: line.y, width: area.width, height: line.size } as Rect
      expect(box !== undefined && overlaps(ink, box)).toBe(false)
    }
    expect(display.stories[0]).toMatchObject({ oversetLines: 0, oversetCharacters: 0 })
  })

  it('keeps the middle of a picture that has another proportion', () => {
    const { item } = composed(30, 20)
    const { rect, crop } = item ?? { rect: null, crop: null }
    if (rect === null || crop === null) throw new Error('The picture is drawn')
    const shownRatio = (crop.width * 1200) / (crop.height * 800)
    expect(shownRatio).toBeCloseTo(rect.width / rect.height, 6)
    expect(crop.x).toBeCloseTo((1 - crop.width) / 2, 9)
    expect(crop.y).toBeCloseTo((1 - crop.height) / 2, 9)
  })

  it('reports the words that its frame has no room for', () => {
    const { display, page: sheet, shown } = composed(22, 20)
    const [fit] = display.stories
    const set = shown
      .map((line) => lineText(sheet, line))
      .join('')
      .replace(/\s/gu, '').length
    const all = `渡口${words.repeat(3)}甲一摄`.length
    expect(fit?.oversetCharacters).toBe(all - set)
    expect(fit?.oversetCharacters).toBeGreaterThan(0)
    expect(display.diagnostics.map(({ code }) => code)).toContain('text.overset')
  })

  it('sets a caption of one line and its credit to the edges of a wide picture, longer ones narrower', () => {
    const linesUnder = (told: string) => {
      const document = doc(figure('pic', 'pic1', caption(told), credit('甲一 摄')))
      const frame = pictureFrame('f', 's', [0, 0, 6, 40], { pictureRows: 30 })
      const { sheet, area } = composedAs(document, frame)
      const shown = sheet.lines.filter((line) => line.role === 'caption')
      return { shown, area, em: shown[0]?.size ?? 0 }
    }
    const rightOf = ({ x, measure, size }: LineRecord): number => x + (measure * size) / 1000
    const short = linesUnder(words)
    expect(short.shown.map(({ y }) => y)).toEqual([short.shown[0]?.y, short.shown[0]?.y])
    for (const line of short.shown) {
      expect(line.x - short.area.x).toBeLessThan(short.em)
      expect(right(short.area) - rightOf(line)).toBeLessThan(short.em)
    }
    const long = linesUnder(words.repeat(6))
    expect(long.shown.length).toBeGreaterThan(2)
    for (const { measure } of long.shown) expect(measure).toBeLessThanOrEqual(36000)
  })
})
