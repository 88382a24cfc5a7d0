/**
 * 辅助线: lines to line things up by. They belong to this desk and not to the
 * edition: kept by the browser under the edition's place and the page's id.
 */
import type { PageId } from '../../core/ids'
import { columnX, rowY } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import type { Desk } from '../desk/context'
import { madePerDesk } from '../desk/perDesk'
import { createStore, type DeskState } from '../desk/store'
import type { Palette } from './palette'
import { half } from './overlay'
import type { Viewport } from './viewport'

export interface Guide {
  readonly id: string
  /** `across` lies at a height, `down` at a distance from the left. */
  readonly axis: 'across' | 'down'
  /** Points from the trim's upper left corner. */
  readonly at: number
}

export interface Guides {
  readonly pages: Readonly<Record<PageId, readonly Guide[]>>
  /** A guide in hand, shown before it is kept. */
  readonly inHand: Guide | null
}

const keyOf = ({ opened }: Desk): string => `guides ${opened.path ?? opened.name}`

export const guidesOf = madePerDesk((desk) => {
  const store = createStore<Guides>({ pages: readGuides(keyOf(desk)), inHand: null })
  store.subscribe(() => {
    if (store.get().inHand === null)
      localStorage.setItem(keyOf(desk), JSON.stringify(store.get().pages))
  })
  return store
})

/** What the browser kept; anything else than guides is no guide. */
function readGuides(key: string): Guides['pages'] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const entries = Object.entries(kept).map(([page, guides]: [string, unknown]) => [
      page,
      Array.isArray(guides) ? guides.filter(isGuide) : [],
    ])
    return Object.fromEntries(entries) as Guides['pages']
  } catch {
    return {}
  }
}

const isGuide = (value: unknown): value is Guide => {
  if (typeof value !== 'object' || value === null) return false
  const { id, axis, at } = value as Record<string, unknown>
  const known = axis === 'across' || axis === 'down'
  return typeof id === 'string' && known && typeof at === 'number' && Number.isFinite(at)
}

export const guidesOn = (desk: Desk, page: PageId): readonly Guide[] =>
  guidesOf(desk).get().pages[page] ?? []

/** Those of the page in front with the one in hand; none while guides are hidden. */
export function guidesShown(desk: Desk): readonly Guide[] {
  const { guides, page } = desk.store.get()
  const { inHand } = guidesOf(desk).get()
  const kept = guides ? guidesOn(desk, page).filter(({ id }) => id !== inHand?.id) : []
  return inHand === null ? kept : [...kept, inHand]
}

/** Rows of the page in front that its guides lie on or next to: edges of frames go there. */
export const guideRows = (desk: Desk, { grid }: Page): readonly number[] =>
  guidesShown(desk)
    .filter(({ axis }) => axis === 'across')
    .map(({ at }) => Math.round((at - grid.y) / grid.leading))

/** Puts a guide, new or moved, on a page; null takes it away. */
export function keepGuide(desk: Desk, page: PageId, id: string, guide: Guide | null): void {
  const { pages } = guidesOf(desk).get()
  const others = (pages[page] ?? []).filter((one) => one.id !== id)
  const own = guide === null ? others : [...others, guide]
  guidesOf(desk).set({ inHand: null, pages: { ...pages, [page]: own } })
}

export function clearGuides(desk: Desk, page: PageId): void {
  guidesOf(desk).set({ pages: { ...guidesOf(desk).get().pages, [page]: [] } })
}

/** CSS pixels within which a guide goes to a row's or a column's edge, or is taken hold of. */
const NEAR = 5

/** Where a guide dragged to `at` comes to lie: on the grid where it is near, unless `free`. */
export function guidePlace(
  { grid }: Page,
  axis: Guide['axis'],
  at: number,
  zoom: number,
  free: boolean,
): number {
  if (free) return at
  const edges =
    axis === 'across'
      ? [rowY(grid, Math.round((at - grid.y) / grid.leading))]
      : Array.from({ length: grid.columns }, (_, column) => [
          columnX(grid, column),
          columnX(grid, column) + grid.measure * grid.bodySize,
        ]).flat()
  const near = edges.find((edge) => Math.abs(edge - at) * zoom <= NEAR)
  return near ?? at
}

/** The guide under the pointer; null while guides are hidden. */
export function guideAt(desk: Desk, x: number, y: number): Guide | null {
  const { view, page, guides, preview } = desk.store.get()
  if (!guides || preview) return null
  const off = ({ axis, at }: Guide): number =>
    axis === 'across'
      ? Math.abs(view.y + at * view.zoom - y)
      : Math.abs(view.x + at * view.zoom - x)
  return guidesOn(desk, page).find((guide) => off(guide) <= NEAR) ?? null
}

export function drawGuides(
  ctx: CanvasRenderingContext2D,
  shown: readonly Guide[],
  view: Viewport,
  canvas: DeskState['canvas'],
  palette: Palette,
): void {
  ctx.strokeStyle = palette.guide
  ctx.lineWidth = 1
  ctx.beginPath()
  for (const { axis, at } of shown) {
    if (axis === 'across') {
      const y = half(view.y + at * view.zoom)
      ctx.moveTo(0, y)
      ctx.lineTo(canvas.width, y)
    } else {
      const x = half(view.x + at * view.zoom)
      ctx.moveTo(x, 0)
      ctx.lineTo(x, canvas.height)
    }
  }
  ctx.stroke()
}
