import type { DialogName } from '../desk/store'
import { always, type Command, type CommandsOf } from './command'

export const helpCommands: CommandsOf = ({ store }, { helping }) => {
  const dialog = (name: DialogName & keyof typeof helping, keys: string): Command =>
    always(name, helping[name], keys, () => store.set({ dialog: name }))
  return [dialog('keyMap', 'F1'), dialog('about', ''), dialog('licences', '')]
}
