/**
 * The benchmark, built and started by `npm run bench`: our figures beside
 * typst's and Chromium's, all from this one run. `--json` prints them as data.
 * Nothing here fails because of a time.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeEdition, createComposeCache } from '../../core/compose'
import type { Result } from '../../core/result'
import { openFontCatalog } from '../../main/services/fontCatalog'
import { openTemplates } from '../../main/services/templateCatalog'
import { benchEdition, inOneFont, spaceOf, STORIES_A_PAGE } from './benchEdition'
import { charactersOf, dealStories, sampleParagraphs } from './benchText'
import { measureIntake } from './intake'
import { measureDesk, measurePages } from './compose'
import { figure, type Part } from './figures'
import { summarize, timed } from './measure'
import { measurePress } from './pressExports'
import { tableOf } from './report'
import { measureProcesses } from './wholeProcesses'

/** Both this file and its bundle (out/bench) stand two folders below the checkout. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const TEMPLATE = 'duikai-6x16'
const LENGTHS = [1, 2, 4, 8, 16]

function required<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function onPath(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      continue
    }
  }
  return null
}

const FIRST = '--first-composition'
const FIRST_RUNS = 7

const templates = required(openTemplates(join(root, 'resources/templates')))
const template = inOneFont(required(templates.get(TEMPLATE)))
const fonts = required(openFontCatalog(join(root, 'resources/fonts')))
const paragraphs = sampleParagraphs(join(root, 'resources/samples'))
const storiesOf = (pages: number) =>
  dealStories(paragraphs, pages * STORIES_A_PAGE, spaceOf(template))
const editionOf = (pages: number) => benchEdition(template, storiesOf(pages))

/** The very first composition of a process, its font not yet read: each takes a process of its own. */
function measureFirst(): Part {
  const title = 'First composition'
  const times = Array.from({ length: FIRST_RUNS }, () =>
    Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), FIRST])),
  )
  return {
    title,
    figures: [figure(title, 'font read, text shaped, page composed', 'ms', summarize(times))],
    notes: ['In a new process each, without the start of the process.'],
  }
}

function composeFirst(): number {
  const edition = editionOf(1)
  return timed(() => composeEdition(edition, { fonts, cache: createComposeCache() })).ms
}

async function benchmark(): Promise<void> {
  const stories = storiesOf(1)
  const { grid, sheet } = template
  const processors = cpus()
  const environment = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: processors.length,
    processor: processors[0]?.model ?? 'unknown',
    /** Of the last minute: above 0, others were at work. 0 where the system does not tell. */
    load: loadavg()[0] ?? 0,
  }
  const page = {
    characters: charactersOf(stories),
    paragraphs: stories.flat().length,
    sheet: `${sheet.width} × ${sheet.height} mm`,
    columns: `${grid.columns} × ${grid.measure} em of ${grid.bodySize} pt`,
    leading: `${grid.leading} pt`,
    rows: grid.rows,
  }

  const json = process.argv.includes('--json')
  const parts: Part[] = []
  const add = (part: Part): void => {
    parts.push(part)
    if (!json) console.log(tableOf(part))
  }

  if (!json) {
    console.log(
      `Node ${environment.node} on ${environment.platform}, ${environment.cores} cores (${environment.processor}), load ${environment.load.toFixed(1)} before the start`,
    )
    console.log(
      `Page: ${page.characters} characters in ${page.paragraphs} paragraphs, ${page.sheet}, ${page.columns}, leading ${page.leading}, ${page.rows} rows.`,
    )
    console.log(
      `As much of the sample's text as such a page surely holds: it has ${grid.columns * grid.measure * grid.rows} squares, and indents and last lines leave some of them empty.\n`,
    )
  }
  add(
    await measureProcesses({
      ...{ root, template, edition: editionOf(1), paragraphs: stories.flat() },
      work: join(root, 'out/bench/work'),
      chromium: onPath('chromium'),
    }),
  )
  add(await measurePress({ root, work: join(root, 'out/bench/press'), editionOf }))
  add(measureFirst())
  add(measureIntake(root))
  add(measureDesk(editionOf(1), fonts))
  add(await measurePages(editionOf, fonts, LENGTHS))
  if (json) console.log(JSON.stringify({ environment, page, parts }, null, 2))
}

if (process.argv.includes(FIRST)) console.log(composeFirst())
else await benchmark()
