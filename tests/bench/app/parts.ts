/** What `npm run bench:app` measures in an open window: each a part of its tables. */
import type { CDPSession, Page } from 'playwright-core'
import { figure, single, type Figure, type Part } from '../figures'
import { summarize } from '../measure'
import { scriptOfFrames, scriptToPaint, scriptToWhole, traced, type ScriptTimes } from './trace'

const KEYS = 200
/** Words of different lengths, and some taken back. */
const TYPED = [...'two pages of news', 'Backspace', ...'24 lines', 'Backspace', 'Backspace']
/** Between keys, so that each has its frame: a fast typist's pace. */
const KEY_PAUSE = 60
const WHEELS = 120
const CHOICES = 40
/** Between them, so that the panels have come. */
const CHOICE_PAUSE = 400
const DRAGS = 120
/** A frame's tag stands so far below its foot, in CSS pixels. */
const TAG_BELOW = 6
const EDITS = 10_000

/** The caret in the middle of the page's second story. */
async function placeCaret(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  const stories = page.getByRole('region', { name: '文稿' }).getByRole('listitem')
  await stories.nth(1).getByRole('button').click()
  await page.locator('.galley-line.role-body').nth(20).click()
  await page.getByRole('application').locator('.ProseMirror').focus()
  await page.waitForTimeout(500)
}

/** A figure by the clock and one by the processor, which a disturbed machine lengthens less. */
const twice = (
  title: string,
  name: string,
  { clock, worked }: ScriptTimes,
  target?: number,
): readonly Figure[] => [
  figure(title, name, 'ms', summarize(clock), target),
  figure(title, 'the same, time on the processor', 'ms', summarize(worked), target),
]

async function measureKeys(page: Page, session: CDPSession): Promise<Part> {
  await placeCaret(page)
  const title = 'A key pressed, 10,000-character page'
  const trace = await traced(session, async () => {
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press(TYPED[i % TYPED.length] ?? 'x')
      await page.waitForTimeout(KEY_PAUSE)
    }
  })
  const name = 'script from key press to painted page'
  return {
    title,
    figures: [
      ...twice(title, name, scriptToPaint(trace), 8),
      ...twice(title, 'script until all it changed is painted', scriptToWhole(trace)),
    ],
    notes: [
      'The target is for the 95th percentile; the worst should stay under 16.',
      'What moves in other columns is painted in slices over the frames after.',
    ],
  }
}

/** Stories of the list chosen one after another; the panels show each before the next. */
async function measureChoices(page: Page, session: CDPSession): Promise<Part> {
  await placeCaret(page)
  const title = 'A story chosen in the list'
  const stories = page.getByRole('region', { name: '文稿' }).getByRole('listitem')
  const count = await stories.count()
  const trace = await traced(session, async () => {
    for (let i = 0; i < CHOICES; i++) {
      await stories
        .nth(i % count)
        .getByRole('button')
        .click()
      await page.waitForTimeout(CHOICE_PAUSE)
    }
  })
  return {
    title,
    figures: twice(title, 'script from click to painted page', scriptToPaint(trace, 'click'), 8),
    notes: ['Galley, inspector and bars follow in slices.'],
  }
}

async function measureFrames(
  title: string,
  session: CDPSession,
  work: () => Promise<void>,
): Promise<Part> {
  const started = performance.now()
  const trace = await traced(session, work)
  const seconds = (performance.now() - started) / 1000
  const frames = scriptOfFrames(trace)
  return {
    title,
    figures: twice(title, 'script a frame', frames, 8),
    notes: [
      `${(frames.clock.length / seconds).toFixed(0)} frames a second were asked for and drawn.`,
    ],
  }
}

/** The pointer over the middle of a page shown at its size. */
async function overPage(page: Page): Promise<void> {
  const box = await page.getByRole('application').boundingBox()
  if (box === null) throw new Error('The canvas has a place')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.press('Control+2')
}

async function wheel(page: Page, step: (i: number) => readonly [number, number]): Promise<void> {
  for (let i = 0; i < WHEELS; i++) {
    await page.mouse.wheel(...step(i))
    await page.waitForTimeout(16)
  }
}

/** The foot of the page's last frame goes up and down by rows: story, chip and page follow. */
async function dragFrame(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+0')
  const stories = page.getByRole('region', { name: '文稿' }).getByRole('listitem')
  await stories.last().getByRole('button').click()
  const tag = await page.locator('.frame-tags').boundingBox()
  if (tag === null) throw new Error('The chosen frame has a tag')
  const foot = tag.y - TAG_BELOW
  await page.mouse.move(tag.x + tag.width / 2, foot)
  await page.mouse.down()
  for (let i = 0; i < DRAGS; i++) {
    const rows = (i % 40 < 20 ? i % 20 : 20 - (i % 20)) * 4
    await page.mouse.move(tag.x + tag.width / 2, foot - 10 - rows)
    await page.waitForTimeout(16)
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function measureMemory(page: Page, session: CDPSession): Promise<Part> {
  await placeCaret(page)
  const title = 'Memory'
  const type = async (edits: number): Promise<number> => {
    for (let i = 0; i < edits; i++) await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace')
    await page.getByText(/已存到日志/u).waitFor({ timeout: 120_000 })
    await page.waitForTimeout(1000)
    return heapMegabytes(session)
  }
  const early = await type(EDITS / 10)
  const late = await type(EDITS - EDITS / 10)
  return {
    title,
    figures: [
      single(title, `heap after ${EDITS / 10} edits`, 'MB', early),
      single(title, `heap after ${EDITS} edits`, 'MB', late),
    ],
    notes: [],
  }
}

async function measureScroll(page: Page, session: CDPSession): Promise<Part> {
  await overPage(page)
  const scroll = () => wheel(page, (i) => [0, i % 40 < 20 ? 90 : -90])
  return measureFrames('16 pages, scrolled', session, scroll)
}

async function measureZoom(page: Page, session: CDPSession): Promise<Part> {
  await overPage(page)
  return measureFrames('16 pages, zoomed', session, async () => {
    await page.keyboard.down('Control')
    await wheel(page, (i) => [0, i % 40 < 20 ? -60 : 60])
    await page.keyboard.up('Control')
  })
}

/** Parts measured one after another in a window on an edition of so many pages, by the names they are asked for. */
interface WindowParts {
  readonly pages: number
  readonly parts: Readonly<Record<string, (page: Page, session: CDPSession) => Promise<Part>>>
}

export const WINDOWS: readonly WindowParts[] = [
  {
    pages: 1,
    parts: {
      keys: measureKeys,
      choices: measureChoices,
      drag: (page, session) =>
        measureFrames('A frame’s edge dragged', session, () => dragFrame(page)),
      memory: measureMemory,
    },
  },
  { pages: 16, parts: { scroll: measureScroll, zoom: measureZoom } },
]
