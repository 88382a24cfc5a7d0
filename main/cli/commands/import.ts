import { resolve } from 'node:path'
import { DEFAULT_TEMPLATE } from '../../services/defaults'
import { example, TEXTS, type CommandDefinition } from '../command'
import { progress, refuse } from '../io'
import { readJob, type JobOptions } from '../readJob'
import { deliver } from '../workbench'

interface Options extends JobOptions {
  readonly output: string
  readonly json?: true
}

/** `banxin import`: raw text to an edition whose stories are placed on their pages. */
export const importCommand: CommandDefinition = (program, io, act) => {
  program
    .command('import')
    .description('make an edition of raw page texts, one page a file')
    .argument(
      '<input...>',
      'text files in UTF-8, UTF-16, GB18030 or Big5, .docx, .rtf, or a folder of them',
    )
    .requiredOption('-o, --output <edition>', 'folder of the edition, such as page.banxin')
    .option('--template <id>', TEXTS.template, DEFAULT_TEMPLATE)
    .option('--one-page', TEXTS.onePage)
    .option('--json', TEXTS.json)
    .addHelpText(
      'after',
      example(
        'import page.txt -o page.banxin',
        'import a.txt b.txt -o day.banxin --template duikai-6x16',
      ),
    )
    .action(
      act(async (inputs: readonly string[], options: Options) => {
        const json = options.json === true
        const shown = progress(io)
        const { editionOutput } = await import('../../services/editionStore')
        const imported = await readJob(io, shown, inputs, options)
        if (!imported.ok) return refuse(io, imported.error, json)
        const { edition, media, diagnostics, intake, report } = imported.value
        const path = resolve(io.cwd, options.output)
        const output = await editionOutput(path, edition, media, io.fs)
        if (!output.ok) return refuse(io, [output.error], json)
        return deliver(io, [output.value], diagnostics, json, { intake, report })
      }),
    )
}
