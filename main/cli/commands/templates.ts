import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, printJson, refuse } from '../io'

interface Options {
  readonly json?: true
}

/** `banxin templates`: the page templates with sizes and grids. */
export const templatesCommand: CommandDefinition = (program, io, act) => {
  program
    .command('templates')
    .description('list the page templates with their sizes and grids')
    .option('--json', TEXTS.json)
    .addHelpText('after', example('templates'))
    .action(
      act(async (options: Options) => {
        const { openTemplates } = await import('../../services/templateCatalog')
        const { resourcesFolder } = await import('../../services/resources')
        const catalog = openTemplates(`${resourcesFolder()}/templates`)
        if (!catalog.ok) return refuse(io, [catalog.error], options.json === true)
        const { templates } = catalog.value
        if (options.json) {
          printJson(
            io,
            templates.map(({ id, name, sheet, grid }) => ({ id, name, sheet, grid })),
          )
          return EXIT.done
        }
        for (const { id, name, sheet, grid } of templates) {
          const size = `${sheet.width} × ${sheet.height} mm`
          const columns = `${grid.columns} columns × ${grid.measure} characters × ${grid.rows} lines`
          io.out(`${id.padEnd(14)}${size.padEnd(16)}${columns}   ${name}\n`)
        }
        return EXIT.done
      }),
    )
}
