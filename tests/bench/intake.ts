import path from 'node:path'
import { importPage } from '../../core/intake'
import { wordOver } from '../../main/services/words'
import { readFixtures } from '../build/intakeFixtures'
import { figure, type Part } from './figures'
import { summarize } from './measure'

const PAGES = 50
const PAGE_CHARACTERS = 10_000
const RUNS = 5
/** What the intake was asked to take for fifty pages, on one core. */
const TARGET = 2000

/** Pages of one length made of the intake's fixture pages, each beginning with another. */
export function intakePages(root: string): readonly string[] {
  const texts = readFixtures(path.join(root, 'tests/core/intake/fixtures')).map(({ raw }) => raw)
  return Array.from({ length: PAGES }, (_, page) => {
    let text = ''
    for (let at = page; text.length < PAGE_CHARACTERS; at++) text += texts[at % texts.length] ?? ''
    return text.slice(0, PAGE_CHARACTERS)
  })
}

/** Milliseconds of processor time, so that what else the machine does is not counted. */
function processorTime(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export function measureIntake(root: string): Part {
  const title = 'Reading copy'
  const pages = intakePages(root)
  const times = Array.from({ length: RUNS }, () =>
    processorTime(() => {
      for (const text of pages) importPage(text, { name: 'bench', wordOver })
    }),
  )
  const name = `${PAGES} pages of ${PAGE_CHARACTERS} characters read and mended`
  return {
    title,
    figures: [figure(title, name, 'ms', summarize(times), TARGET)],
    notes: ['Processor time of all threads; the worst is the first run, before anything is warm.'],
  }
}
