/** A page of 390 by 550 mm that is fitted into the window, and its frames as the hand has them. */
import { boxOf, soon, type DeskPage } from './drive'

export type Place = readonly [x: number, y: number]

export function fittedPage(desk: DeskPage) {
  const field = (name: string) =>
    desk.inspector.getByRole('spinbutton', { name, exact: true }).first()
  const value = async (name: string): Promise<number> => {
    await desk.followed()
    return Number(await field(name).inputValue())
  }

  /** A place in millimetres from the trim's corner, as pixels of the window. */
  async function at(x: number, y: number): Promise<Place> {
    const box = await boxOf(desk.glass)
    const perMm = (box.height - 40) / 550
    return [box.x + (box.width - 390 * perMm) / 2 + x * perMm, box.y + 20 + y * perMm]
  }

  /** Where the chosen frame stands, in millimetres. */
  async function chosenRect() {
    await desk.followed()
    const words = await desk.inspector.locator('p').first().innerText()
    const [x = 0, y = 0, width = 0, height = 0] = (words.match(/[\d.]+/gu) ?? []).map(Number)
    return { x, y, width, height }
  }

  /** The cells of the chosen frame: first column, first row, columns, rows. */
  const area = async (): Promise<readonly number[]> => [
    await value('栏'),
    await value('行'),
    await value('占栏'),
    await value('占行'),
  ]

  /** Chooses the frame of a story by its place in the list. */
  async function choose(index: number): Promise<void> {
    await desk.followed()
    await desk.stories.nth(index).getByRole('button').first().click()
    await desk.followed()
    await soon(() => field('占栏').count()).toBe(1)
    await desk.page.keyboard.press('Control+0')
    await desk.glass.focus()
  }

  /** Presses at one place, goes to the other in steps, and leaves the button down. */
  async function dragTo([fromX, fromY]: Place, [toX, toY]: Place): Promise<void> {
    await desk.page.mouse.move(fromX, fromY)
    await desk.page.mouse.down()
    for (const part of [0.3, 0.7, 1])
      await desk.page.mouse.move(fromX + (toX - fromX) * part, fromY + (toY - fromY) * part)
  }

  /** What is said at the pointer while it drags. */
  const chip = () => desk.page.locator('.gesture-chip').innerText()

  return { field, value, at, chosenRect, area, choose, dragTo, chip }
}
