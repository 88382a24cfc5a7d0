import { always, type CommandsOf } from './command'

export const fileCommands: CommandsOf = (_desk, text, exits) => [
  always('save', text.save, 'Ctrl S', exits.save),
  always('saveAs', text.saveAs, 'Ctrl Shift S', exits.saveAs),
  always('revert', text.safety.revert, '', exits.revert),
  always('close', text.closeEdition, 'Ctrl W', exits.close),
]
