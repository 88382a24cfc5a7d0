import { always, type CommandsOf } from './command'

export const fileCommands: CommandsOf = ({ store }, text, exits) => [
  always('save', text.save, 'Ctrl S', exits.save),
  always('saveAs', text.saveAs, 'Ctrl Shift S', exits.saveAs),
  always('revert', text.safety.revert, '', exits.revert),
  always('export', text.exportPdf, 'Ctrl E', () => store.set({ dialog: 'export' })),
  always('close', text.closeEdition, 'Ctrl W', exits.close),
]
