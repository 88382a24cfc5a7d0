import { InvalidArgumentError } from 'commander'
import { join, resolve } from 'node:path'
import type { Output } from '../../services/atomicWrite'
import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, refuse } from '../io'
import { deliver, withWork } from '../workbench'

interface Options {
  readonly output: string
  readonly ppi: number
  readonly json?: true
}

const LOWEST = 18
const HIGHEST = 1200

function readPpi(value: string): number {
  const ppi = Number(value)
  if (!(ppi >= LOWEST && ppi <= HIGHEST)) {
    throw new InvalidArgumentError(`It must be a number from ${LOWEST} to ${HIGHEST}.`)
  }
  return ppi
}

/** `banxin preview`: a PNG of every page. */
export const previewCommand: CommandDefinition = (program, io, act) => {
  program
    .command('preview')
    .description('paint every page of an edition as a PNG')
    .argument('<edition>', TEXTS.edition)
    .requiredOption('-o, --output <dir>', 'folder for the PNG files')
    .option('--ppi <number>', 'pixels per inch', readPpi, 150)
    .option('--json', TEXTS.json)
    .addHelpText('after', example('preview page.banxin -o previews --ppi 150'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async ({ work, name, progress }) => {
          const json = options.json === true
          const { previewPages } = await import('../../services/exportJob')
          const painted = await progress.during('Painting', () =>
            previewPages(work, options.ppi, (folio) => progress.step(`Painting page ${folio}`)),
          )
          if (!painted.ok) return refuse(io, [painted.error], json, EXIT.work)
          const folder = resolve(io.cwd, options.output)
          const outputs = painted.value.map(({ folio, bytes }): Output => ({
            kind: 'file',
            path: join(folder, `${name}-${folio}.png`),
            bytes,
          }))
          return deliver(io, outputs, work.diagnostics, json)
        }),
      ),
    )
}
