/** Places on a page of 390 by 550 mm that is fitted into the window. */
import type { DeskPage } from './drive'

/** A place in millimetres from the trim's corner, as pixels of the window. */
export async function placeAt(
  { glass }: DeskPage,
  x: number,
  y: number,
): Promise<readonly [number, number]> {
  const box = await glass.boundingBox()
  if (box === null) throw new Error('The canvas has a place')
  const perMm = (box.height - 40) / 550
  return [box.x + (box.width - 390 * perMm) / 2 + x * perMm, box.y + 20 + y * perMm]
}

/** Where the chosen frame stands, in millimetres. */
export async function chosenRect({ inspector }: DeskPage) {
  const words = await inspector.locator('p').first().innerText()
  const [x = 0, y = 0, width = 0, height = 0] = (words.match(/[\d.]+/gu) ?? []).map(Number)
  return { x, y, width, height }
}
