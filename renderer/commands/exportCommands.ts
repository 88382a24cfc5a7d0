import { send } from '../export/send'
import { always, type CommandsOf } from './command'

export const exportCommands: CommandsOf = (desk, text) => [
  always('export', text.exporting.command, 'Ctrl E', () => desk.store.set({ dialog: 'export' })),
  always(
    'print',
    text.exporting.printProof,
    'Ctrl P',
    () => void send(desk, { kind: 'print', pages: null }, text),
  ),
]
