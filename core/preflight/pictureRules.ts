/** Pictures: their shape, their share of the page, and how they stand to each other. */
import { cellsRect, typeArea } from '../model/grid'
import type { PictureFrame } from '../model/frame'
import { finding, titleOf, type Finding } from './finding'
import { beside, over, textLines, type PageView } from './pageView'

interface Shown {
  readonly frame: PictureFrame
  readonly width: number
  readonly height: number
}

export function pictureRules(view: PageView): readonly Finding[] {
  const shown = view.pictures.map((frame): Shown => {
    const area = cellsRect(view.page.grid, frame.area)
    return {
      frame,
      width: area.width - 2 * frame.padding,
      height: frame.pictureRows * view.page.grid.leading - frame.padding,
    }
  })
  return [...square(view, shown), ...share(view, shown), ...crowded(view)]
}

const square = (view: PageView, shown: readonly Shown[]): readonly Finding[] =>
  shown.flatMap(({ frame, width, height }): readonly Finding[] => {
    const ratio = width / height
    const limit = view.limits.square
    if (Math.abs(ratio - 1) >= limit) return []
    return [
      finding(
        view,
        'page.square-photo',
        `The picture of ${titleOf(view, frame.story)} on page ${view.page.folio} is ${ratio.toFixed(2)} wide to 1 high, nearly square; crop it to 5:4 or flatter.`,
        { value: ratio, limit: 1 + limit, cost: 4 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** Of what text and headlines leave of a page so much may be pictures; headlines take about so much of it. */
const LEFT = 0.7
const HEADS = 0.12
/** A page of stories is none with more. */
const MOST = 0.4

/** What pictures may take beside text that fills this share of the page: `usual` on a full one. */
export const picturesBeside = (text: number, usual: number): number =>
  Math.max(usual, Math.min(MOST, LEFT * (1 - HEADS - text)))

/** The share of the type area that lines of text take. */
function textShare(view: PageView): number {
  const { grid } = view.page
  const lines = view.stories.flatMap((frame) => textLines(view, frame.id))
  const ems = lines.reduce((sum, line) => sum + line.measure / 1000, 0)
  return ems / (grid.columns * grid.measure * grid.rows)
}

/** All pictures together; a page without any is made of text and is not blamed for it. */
function share(view: PageView, shown: readonly Shown[]): readonly Finding[] {
  if (shown.length === 0) return []
  const { grid, folio } = view.page
  const area = typeArea(grid)
  const insets = view.display.items.flatMap((item) =>
    item.kind === 'picture' ? [item.rect.width * item.rect.height] : [],
  )
  const framed = shown.reduce((sum, { width, height }) => sum + width * height, 0)
  const all = Math.max(
    framed,
    insets.reduce((sum, each) => sum + each, 0),
  )
  const value = all / (area.width * area.height)
  const { min } = view.limits.pictureShare
  const max = picturesBeside(textShare(view), view.limits.pictureShare.max)
  if (value >= min && value <= max) return []
  const limit = value < min ? min : max
  const percent = `${(value * 100).toFixed(1)} %`
  return [
    finding(
      view,
      'page.picture-share',
      `Pictures take ${percent} of page ${folio}; ${min * 100} to ${Math.round(max * 100)} % carry a page well.`,
      { value, limit, cost: 1 + Math.abs(value - limit) * 80 },
    ),
  ]
}

/** Two pictures that touch read as one. */
const crowded = (view: PageView): readonly Finding[] =>
  view.pictures.flatMap((a, i) =>
    view.pictures.slice(i + 1).flatMap((b): readonly Finding[] => {
      const near = beside(a.area, b.area) || over(a.area, b.area, view.limits.gapRows + 1)
      if (!near) return []
      return [
        finding(
          view,
          'page.pictures-together',
          `The pictures of ${titleOf(view, a.story)} and ${titleOf(view, b.story)} on page ${view.page.folio} stand together; put text between them.`,
          { value: 1, limit: 0, cost: 14 },
          { frame: b.id, story: b.story },
        ),
      ]
    }),
  )
