/** A page on the paper of an office printer: scaled to one sheet, or at full size over several. */
import { rect, type Rect, type Size } from '../geometry'
import { mm, ptFromMm, type Mm, type Pt } from '../units'

export type ProofPaper = 'A3' | 'A4'
export type ProofMode = 'scaled' | 'tiled'

export interface ProofSheet {
  /** The paper, upright or on its side. */
  readonly paper: Size
  readonly scale: number
  /** Where the page's upper left corner comes to lie on the paper; negative on later tiles. */
  readonly x: Pt
  readonly y: Pt
  /** Part of the paper in which the page shows. */
  readonly window: Rect
}

const PAPERS: Readonly<Record<ProofPaper, { readonly width: Mm; readonly height: Mm }>> = {
  A3: { width: mm(297), height: mm(420) },
  A4: { width: mm(210), height: mm(297) },
}

/** What office printers leave white, and the line of the page's status below. */
const MARGIN = ptFromMm(mm(5))
const STATUS = ptFromMm(mm(4))
/** Tiles repeat this much of their neighbours, to be glued. */
const OVERLAP = ptFromMm(mm(5))

/** The sheets for a page of `size` points, bleed included, in reading order. */
export function proofSheets(size: Size, name: ProofPaper, mode: ProofMode): readonly ProofSheet[] {
  const { width, height } = PAPERS[name]
  const upright = { width: ptFromMm(width), height: ptFromMm(height) }
  const onSide = { width: upright.height, height: upright.width }
  if (mode === 'scaled') {
    const [a, b] = [scaled(size, upright), scaled(size, onSide)]
    return [b.scale > a.scale ? b : a]
  }
  const [a, b] = [tiles(size, upright), tiles(size, onSide)]
  return b.length < a.length ? b : a
}

const windowOf = (paper: Size): Rect =>
  rect(MARGIN, MARGIN, paper.width - 2 * MARGIN, paper.height - 2 * MARGIN - STATUS)

/** As large as the paper takes, never larger than life, in the middle of its width. */
function scaled(size: Size, paper: Size): ProofSheet {
  const window = windowOf(paper)
  const scale = Math.min(1, window.width / size.width, window.height / size.height)
  const x = window.x + (window.width - size.width * scale) / 2
  return { paper, scale, window, ...pointAt(x, window.y) }
}

function tiles(size: Size, paper: Size): readonly ProofSheet[] {
  const window = windowOf(paper)
  const steps = (whole: number, room: number): number =>
    Math.max(1, Math.ceil((whole - OVERLAP) / (room - OVERLAP) - 1e-9))
  const columns = steps(size.width, window.width)
  const rows = steps(size.height, window.height)
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    const x = window.x - column * (window.width - OVERLAP)
    const y = window.y - row * (window.height - OVERLAP)
    return { paper, scale: 1, window, ...pointAt(x, y) }
  })
}

const pointAt = (x: number, y: number) => {
  const { x: left, y: top } = rect(x, y, 0, 0)
  return { x: left, y: top }
}
