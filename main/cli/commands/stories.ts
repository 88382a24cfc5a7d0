import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, printJson, refuse } from '../io'

interface Options {
  readonly json?: true
}

/** `banxin stories`: the stories as data. */
export const storiesCommand: CommandDefinition = (program, io, act) => {
  program
    .command('stories')
    .description('print the stories of an edition')
    .argument('<edition>', TEXTS.edition)
    .option('--json', 'as JSON: headline groups, blocks, pictures, jumps')
    .addHelpText('after', example('stories page.banxin --json'))
    .action(
      act(async (named: string, options: Options) => {
        const { openWork } = await import('../../services/composeJob')
        const { toStoriesJson } = await import('../../../core/manuscript/toStoriesJson')
        const opened = await openWork(named, io.cwd)
        if (!opened.ok) return refuse(io, [opened.error], options.json === true)
        const items = toStoriesJson(opened.value.edition)
        if (options.json) {
          printJson(io, items)
          return EXIT.done
        }
        for (const item of items) {
          const words =
            item.kind === 'story' ? item.headline : item.kind === 'photo' ? item.title : item.text
          io.out(`${item.id.padEnd(12)}${item.kind.padEnd(11)}${words ?? ''}\n`)
        }
        return EXIT.done
      }),
    )
}
