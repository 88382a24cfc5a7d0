/** Lays plates over each other on a canvas, some rows at a time so that the window stays quick. */
import { mixPlates } from '../../core/display/plateMix'
import type { PageProof } from './press'

/** Rows mixed before the clock is looked at. */
const ROWS = 32
/** Milliseconds of a slice. */
const SLICE = 6

const pause = (): Promise<void> =>
  new Promise((go) => {
    window.setTimeout(go, 0)
  })

/** Null when it was called off. */
export async function layPlates(
  { soft, plates }: PageProof,
  names: readonly string[],
  signal: AbortSignal,
): Promise<OffscreenCanvas | null> {
  const { width, height } = soft
  const canvas = new OffscreenCanvas(width, height)
  const out = canvas.getContext('2d')
  const strip = new OffscreenCanvas(width, ROWS).getContext('2d', { willReadFrequently: true })
  if (out === null || strip === null) return null
  let started = performance.now()
  for (let top = 0; top < height; top += ROWS) {
    const rows = Math.min(ROWS, height - top)
    const chosen = soft.plates.flatMap(({ name, recipe }, i) => {
      const bitmap = plates[i]
      if (bitmap === undefined || !names.includes(name)) return []
      strip.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows)
      return [{ recipe, rgba: strip.getImageData(0, 0, width, rows).data }]
    })
    const mixed = new ImageData(width, rows)
    mixPlates(chosen, mixed.data)
    out.putImageData(mixed, 0, top)
    if (performance.now() - started < SLICE) continue
    await pause()
    if (signal.aborted) return null
    started = performance.now()
  }
  return canvas
}
