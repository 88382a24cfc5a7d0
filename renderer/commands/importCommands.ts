import { chooseAndImport } from '../import/importing'
import { reportOf } from '../import/report'
import { always, type CommandsOf } from './command'

export const importCommands: CommandsOf = (desk, text) => [
  always('import', text.importing.choose, 'Ctrl I', () => void chooseAndImport(desk, text)),
  {
    ...always('importReport', text.importing.showReport, '', () =>
      reportOf(desk).set({ open: true }),
    ),
    enabled: reportOf(desk).get().texts.length > 0,
  },
]
