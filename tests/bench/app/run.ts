/**
 * The desk's benchmark, built and started by `npm run bench:app`: the built window
 * in Chromium, its main thread traced. Nothing here fails because of a time.
 */
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { openTemplates } from '../../../main/services/templateCatalog'
import { benchEdition, spaceOf, STORIES_A_PAGE } from '../benchEdition'
import { charactersOf, dealStories, sampleParagraphs } from '../benchText'
import { figure, single, type Figure, type Part } from '../figures'
import { summarize } from '../measure'
import { tableOf } from '../report'
import { EDITION, openBenchDesk, type BenchDesk } from './desk'
import { scriptOfFrames, scriptToPaint, scriptToWhole, traced, type ScriptTimes } from './trace'

/** Both this file and its bundle (out/bench) stand below the checkout; the script starts it there. */
const root = process.cwd()
const TEMPLATE = 'duikai-6x16'
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
const OPENINGS = 5

const templates = openTemplates(join(root, 'resources/templates'))
if (!templates.ok) throw new Error(templates.error.message)
const found = templates.value.get(TEMPLATE)
if (!found.ok) throw new Error(found.error.message)
const template = found.value
const paragraphs = sampleParagraphs(join(root, 'resources/samples'))
const storiesOf = (pages: number) =>
  dealStories(paragraphs, pages * STORIES_A_PAGE, spaceOf(template))
const editionOf = (pages: number) => benchEdition(template, storiesOf(pages))

interface Opening {
  /** From the address to the list of editions, milliseconds as all here. */
  readonly listed: number
  readonly clock: number
  /** Of that, the main thread on the processor. */
  readonly worked: number
}

/** From the click on the edition to the page painted whole. */
async function openEdition({ page }: BenchDesk): Promise<Opening> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000
  }
  const edition = page.getByRole('button', { name: EDITION })
  await edition.waitFor()
  const listed = await page.evaluate(() => performance.now())
  const [started, before] = [performance.now(), await threadTime()]
  await edition.click()
  await page.waitForFunction(() => performance.getEntriesByName('paint').length > 0)
  const clock = performance.now() - started
  const opening = { listed, clock, worked: (await threadTime()) - before }
  await session.detach()
  await page.waitForTimeout(1500)
  return opening
}

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

const overPage = async (page: Page): Promise<void> => {
  const box = await page.getByRole('application').boundingBox()
  if (box === null) throw new Error('The canvas has a place')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
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

async function withDesk<T>(pages: number, work: (desk: BenchDesk) => Promise<T>): Promise<T> {
  const desk = await openBenchDesk(root, editionOf(pages))
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

async function benchmark(): Promise<void> {
  const [processor] = cpus()
  console.log(
    `Node ${process.version}, ${cpus().length} cores (${processor?.model ?? 'unknown'}), load ${(loadavg()[0] ?? 0).toFixed(1)} before the start; window 1440 × 900 without a graphics processor; ${charactersOf(storiesOf(1))} characters a page.\n`,
  )
  const opened: Opening[] = []
  const versions = new Set<string>()
  for (let i = 0; i < OPENINGS; i++)
    opened.push(
      await withDesk(1, (desk) => {
        versions.add(desk.browser.version())
        return openEdition(desk)
      }),
    )
  console.log(`Chromium ${[...versions].join(', ')}\n`)
  const opening = 'Opening'
  console.log(
    tableOf({
      title: opening,
      figures: [
        figure(
          opening,
          'address to the list of editions',
          'ms',
          summarize(opened.map(({ listed }) => listed)),
        ),
        figure(
          opening,
          'click to a visible page',
          'ms',
          summarize(opened.map(({ clock }) => clock)),
          1500,
        ),
        figure(
          opening,
          'the same, main thread on the processor',
          'ms',
          summarize(opened.map(({ worked }) => worked)),
        ),
      ],
      notes: [
        'In a new window each, clicked the moment the start screen shows; the fonts are fetched meanwhile.',
      ],
    }),
  )
  await withDesk(1, async (desk) => {
    await openEdition(desk)
    const session = await desk.page.context().newCDPSession(desk.page)
    await placeCaret(desk.page)
    console.log(tableOf(await measureKeys(desk.page, session)))
    console.log(tableOf(await measureChoices(desk.page, session)))
    const drag = () => dragFrame(desk.page)
    console.log(tableOf(await measureFrames('A frame’s edge dragged', session, drag)))
    await placeCaret(desk.page)
    console.log(tableOf(await measureMemory(desk.page, session)))
  })
  await withDesk(16, async (desk) => {
    const { page } = desk
    await openEdition(desk)
    const session = await page.context().newCDPSession(page)
    await overPage(page)
    await page.keyboard.press('Control+2')
    const scroll = () => wheel(page, (i) => [0, i % 40 < 20 ? 90 : -90])
    console.log(tableOf(await measureFrames('16 pages, scrolled', session, scroll)))
    const zoom = async () => {
      await page.keyboard.down('Control')
      await wheel(page, (i) => [0, i % 40 < 20 ? -60 : 60])
      await page.keyboard.up('Control')
    }
    console.log(tableOf(await measureFrames('16 pages, zoomed', session, zoom)))
  })
}

await benchmark()
console.log(
  `Load ${(loadavg()[0] ?? 0).toFixed(1)} at the end: beside other work a clock tells more than the desk’s share.`,
)
