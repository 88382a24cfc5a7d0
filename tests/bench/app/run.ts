/**
 * The desk's benchmark, built and started by `npm run bench:app`: the built window
 * in Chromium, its main thread traced. `npm run bench:app -- keys drag` measures
 * these parts alone. Nothing here fails because of a time.
 */
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { openTemplates } from '../../../main/services/templateCatalog'
import { benchEdition, spaceOf, STORIES_A_PAGE } from '../benchEdition'
import { charactersOf, dealStories, sampleParagraphs } from '../benchText'
import { figure, type Part } from '../figures'
import { summarize } from '../measure'
import { tableOf } from '../report'
import { EDITION, openBenchDesk, type BenchDesk } from './desk'
import { WINDOWS } from './parts'

/** Both this file and its bundle (out/bench) stand below the checkout; the script starts it there. */
const root = process.cwd()
const TEMPLATE = 'duikai-6x16'
const OPENINGS = 5
const OPENING = 'opening'

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

async function withDesk<T>(pages: number, work: (desk: BenchDesk) => Promise<T>): Promise<T> {
  const desk = await openBenchDesk(root, editionOf(pages))
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

async function measureOpening(): Promise<Part> {
  const opened: Opening[] = []
  for (let i = 0; i < OPENINGS; i++) opened.push(await withDesk(1, openEdition))
  const title = 'Opening'
  const of = (name: string, value: (opening: Opening) => number, target?: number) =>
    figure(title, name, 'ms', summarize(opened.map(value)), target)
  return {
    title,
    figures: [
      of('address to the list of editions', ({ listed }) => listed),
      of('click to a visible page', ({ clock }) => clock, 1500),
      of('the same, main thread on the processor', ({ worked }) => worked),
    ],
    notes: [
      'In a new window each, clicked the moment the start screen shows; the fonts are fetched meanwhile.',
    ],
  }
}

async function benchmark(isAsked: (part: string) => boolean): Promise<void> {
  const [processor] = cpus()
  console.log(
    `Node ${process.version}, ${cpus().length} cores (${processor?.model ?? 'unknown'}), load ${(loadavg()[0] ?? 0).toFixed(1)} before the start; window 1440 × 900 without a graphics processor; ${charactersOf(storiesOf(1))} characters a page.\n`,
  )
  if (isAsked(OPENING)) console.log(tableOf(await measureOpening()))
  for (const { pages, parts } of WINDOWS) {
    const asked = Object.entries(parts).filter(([name]) => isAsked(name))
    if (asked.length === 0) continue
    await withDesk(pages, async (desk) => {
      console.log(`Chromium ${desk.browser.version()}\n`)
      await openEdition(desk)
      const session = await desk.page.context().newCDPSession(desk.page)
      for (const [, measure] of asked) console.log(tableOf(await measure(desk.page, session)))
    })
  }
}

const names = [OPENING, ...WINDOWS.flatMap(({ parts }) => Object.keys(parts))]
const words = process.argv.slice(2)
const unknown = words.filter((word) => !names.includes(word))
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; the parts are ${names.join(', ')}.`)
  process.exitCode = 2
} else {
  await benchmark((part) => words.length === 0 || words.includes(part))
  console.log(
    `Load ${(loadavg()[0] ?? 0).toFixed(1)} at the end: beside other work a clock tells more than the desk’s share.`,
  )
}
