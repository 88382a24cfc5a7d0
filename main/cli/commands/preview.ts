import { InvalidArgumentError, Option } from 'commander'
import { join, resolve } from 'node:path'
import { ok, type Result } from '../../../core/result'
import type { Output } from '../../services/atomicWrite'
import type { ComposedWork } from '../../services/composeJob'
import type { PressPictures } from '../../services/press/pressPictures'
import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, refuse, type Progress } from '../io'
import { deliver, withWork } from '../workbench'

interface Options {
  readonly output: string
  readonly ppi: number
  readonly preset: 'press' | 'proof'
  readonly plates?: true
  readonly press?: string
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

/** The pictures as the press will have them, so that the preview is the page that `export` writes. */
async function inInk(work: ComposedWork, progress: Progress): Promise<Result<PressPictures>> {
  const { openPressPreset } = await import('../../services/press/preset')
  const { pressPicturesOf } = await import('../../services/press/pressJob')
  const preset = openPressPreset()
  if (!preset.ok) return preset
  return ok(
    await progress.during('Pictures', () =>
      pressPicturesOf(work, preset.value, {
        onPicture: (done, total) => progress.step(`Picture ${done + 1} of ${total}`),
      }),
    ),
  )
}

/** `banxin preview`: a PNG of every page. */
export const previewCommand: CommandDefinition = (program, io, act) => {
  program
    .command('preview')
    .description('paint every page of an edition as a PNG')
    .argument('<edition>', TEXTS.edition)
    .requiredOption('-o, --output <dir>', 'folder for the PNG files')
    .option('--ppi <number>', 'pixels per inch', readPpi, 150)
    .addOption(
      new Option('--preset <name>', 'pictures in the inks of the press, or as their files are')
        .choices(['press', 'proof'])
        .default('press'),
    )
    .option('--plates', 'each page as its plates in grey, and a map of its total ink')
    .option('--press <file>', 'with --plates: a press preset of your own')
    .option('--json', TEXTS.json)
    .addHelpText('after', example('preview page.banxin -o previews --ppi 150'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async ({ work, name, progress }) => {
          const json = options.json === true
          if (options.plates === true) {
            const { previewPlates } = await import('./previewPlates')
            return previewPlates(io, { work, name, progress }, { ...options, json })
          }
          const { previewPages } = await import('../../services/exportJob')
          const plates = options.preset === 'press' ? await inInk(work, progress) : null
          if (plates !== null && !plates.ok) return refuse(io, [plates.error], json)
          const painted = await progress.during('Painting', () =>
            previewPages(
              work,
              options.ppi,
              (folio) => progress.step(`Painting page ${folio}`),
              plates?.value.plateOf,
            ),
          )
          await plates?.value.dispose()
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
