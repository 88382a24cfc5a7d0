/** Cold processes beside each other: our export, typst, Chromium; and the whole road on the sample. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Edition } from '../../core/model/edition'
import type { Template } from '../../core/model/template'
import { saveEdition } from '../../main/services/editionStore'
import { readPdf } from '../build/readPdf'
import { BENCH_FONT } from './benchEdition'
import { figure, single, type Figure, type Part } from './figures'
import { summarize } from './measure'
import { htmlSource, typstSource } from './peers/sources'
import { peer, takeTurns, type Command, type Series } from './processes'

const TITLE = 'Whole processes'
const ROUNDS = { timed: 11, watched: 5 }
const SLOW_ROUNDS = { timed: 3, watched: 0 }
const PEAK_LIMIT_MB = 150

export interface ProcessBench {
  /** Folder of the checkout. */
  readonly root: string
  /** Folder for what the contestants read and write. */
  readonly work: string
  readonly template: Template
  readonly edition: Edition
  readonly paragraphs: readonly string[]
  /** Path of Chromium; null where it is not installed. */
  readonly chromium: string | null
}

export async function measureProcesses(bench: ProcessBench): Promise<Part> {
  const { work } = bench
  const { ours, typst, chromium, empty, make } = await prepare(bench)
  const usageFile = join(work, 'usage.json')
  const fast = await takeTurns([ours, typst, empty], ROUNDS, usageFile)
  const slow: Series[] = []
  const failures: string[] = []
  for (const command of [make, ...(chromium === null ? [] : [chromium])]) {
    try {
      slow.push(...(await takeTurns([command], SLOW_ROUNDS, usageFile)))
    } catch (error) {
      failures.push(`Not measured: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const medianOf = (command: Command): number =>
    summarize(fast.find((series) => series.command === command)?.times ?? []).median
  return {
    title: TITLE,
    figures: [
      ...[...fast, ...slow].map(timeOf),
      single(TITLE, 'export to typst', '×', medianOf(ours) / medianOf(typst), 1),
      ...fast.map(processorOf),
      ...fast.filter(({ command }) => command !== empty).map(peakOf),
    ],
    notes: [
      'Each run is a new process with the disk cache warm; the contestants take turns.',
      'Processor time (all threads) and peak resident memory: of runs of their own. Chromium, being several processes, is left out.',
      ...(chromium === null
        ? ['Chromium is not installed; `npm run setup -- --bench` installs it.']
        : []),
      ...failures,
      ...(await contents(work, [ours, typst, ...slow.map(({ command }) => command)])),
    ],
  }
}

const timeOf = ({ command, times }: Series): Figure =>
  figure(TITLE, command.name, 'ms', summarize(times))

const processorOf = ({ command, usages }: Series): Figure =>
  figure(
    TITLE,
    `processor time: ${command.name}`,
    'ms',
    summarize(usages.map(({ processor }) => processor)),
  )

const peakOf = ({ command, usages }: Series): Figure =>
  figure(
    TITLE,
    `peak memory: ${command.name}`,
    'MB',
    summarize(usages.map(({ peak }) => peak)),
    command.name === EXPORT ? PEAK_LIMIT_MB : undefined,
  )

const EXPORT = 'banxin export'

/** Writes what each contestant reads. */
async function prepare({ root, work, template, edition, paragraphs, chromium }: ProcessBench) {
  mkdirSync(work, { recursive: true })
  const at = (name: string): string => join(work, name)
  const font = join(root, 'resources/fonts', `${BENCH_FONT}.ttf`)
  const banxin = join(root, 'out/cli/banxin.cjs')
  const samples = ['page-1.txt', 'page-2.txt'].map((page) => join(root, 'resources/samples', page))
  const saved = await saveEdition(at('bench.banxin'), edition, new Map())
  if (!saved.ok) throw new Error(saved.error.message)
  writeFileSync(at('page.typ'), typstSource(template, paragraphs))
  writeFileSync(at('page.html'), htmlSource(template, paragraphs, pathToFileURL(font).href))
  writeFileSync(at('empty.mjs'), '')
  return {
    ours: {
      name: EXPORT,
      args: [banxin, 'export', at('bench.banxin'), '-o', at('export.pdf')],
      pdf: 'export.pdf',
    },
    typst: {
      name: 'typst',
      args: [peer('typst.mjs'), at('page.typ'), font, at('typst.pdf')],
      pdf: 'typst.pdf',
    },
    empty: { name: 'node and an empty script', args: [at('empty.mjs')] },
    make: { name: 'banxin make, the sample', args: [banxin, 'make', ...samples, '-o', at('make')] },
    chromium:
      chromium === null
        ? null
        : {
            name: 'Chromium',
            args: [peer('chromium.mjs'), at('page.html'), at('chromium.pdf'), chromium],
            pdf: 'chromium.pdf',
          },
  } satisfies Record<string, Command | null>
}

/** What each PDF holds, so that the figures are seen to be of the same page. */
async function contents(work: string, commands: readonly Command[]): Promise<readonly string[]> {
  const notes: string[] = []
  for (const { name, pdf } of commands) {
    if (pdf === undefined) continue
    const pages = await readPdf(new Uint8Array(readFileSync(join(work, pdf))))
    const characters = pages.map(({ text }) => [...text.replace(/\s/gu, '')].length)
    notes.push(`Characters on each page of ${name}: ${characters.join(', ')}.`)
  }
  return notes
}
