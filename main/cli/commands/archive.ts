import { join, resolve } from 'node:path'
import type { Output } from '../../services/atomicWrite'
import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, refuse } from '../io'
import { deliver, withWork } from '../workbench'

interface Options {
  readonly output: string
  readonly json?: true
}

/** Fine enough to read body text on a screen. */
const PPI = 110

/** `banxin archive`: 反解, the digital edition. */
export const archiveCommand: CommandDefinition = (program, io, act) => {
  program
    .command('archive')
    .description(
      'write the digital edition: page pictures, story regions and texts as HTML and JSON',
    )
    .argument('<edition>', TEXTS.edition)
    .requiredOption('-o, --output <dir>', 'folder for the files')
    .option('--json', TEXTS.json)
    .addHelpText('after', example('archive page.banxin -o archive'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async ({ work, progress }) => {
          const { archiveOf } = await import('../../services/archive/archiveData')
          const { archiveHtml } = await import('../../services/archive/archiveHtml')
          const { previewPages } = await import('../../services/exportJob')
          const painted = await progress.during('Painting', () =>
            previewPages(work, PPI, (folio) => progress.step(`Painting page ${folio}`)),
          )
          if (!painted.ok) return refuse(io, [painted.error], options.json === true, EXIT.work)
          const folder = resolve(io.cwd, options.output)
          const imageOf = (folio: string): string => `page-${folio}.png`
          const archive = archiveOf(work.edition, work.display.pages, imageOf)
          const file = (name: string, bytes: Uint8Array): Output => ({
            kind: 'file',
            path: join(folder, name),
            bytes,
          })
          const text = (value: string): Uint8Array => new TextEncoder().encode(value)
          const outputs = [
            file('index.html', text(archiveHtml(archive))),
            file('edition.json', text(`${JSON.stringify(archive, null, 1)}\n`)),
            ...painted.value.map(({ folio, bytes }) => file(imageOf(folio), bytes)),
          ]
          return deliver(io, outputs, work.diagnostics, options.json === true)
        }),
      ),
    )
}
