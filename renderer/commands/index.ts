/** Every command of the desk; one file a part of it. */
import type { Command, CommandsOf } from './command'
import { deskCommands } from './deskCommands'
import { editCommands } from './editCommands'
import { exportCommands } from './exportCommands'
import { fileCommands } from './fileCommands'
import { pictureCommands } from './pictureCommands'
import { findCommands } from './findCommands'
import { helpCommands } from './helpCommands'
import { importCommands } from './importCommands'
import { pageCommands } from './pageCommands'
import { shapeCommands } from './shapeCommands'
import { problemCommands } from './problemCommands'
import { toolCommands } from './toolCommands'
import { viewCommands } from './viewCommands'
import { writeCommands } from './writeCommands'

export type { Command, DeskExits } from './command'
export { commandFor } from './keys'
export { MENUS } from './menus'

const PARTS: readonly CommandsOf[] = [
  fileCommands,
  exportCommands,
  editCommands,
  writeCommands,
  findCommands,
  viewCommands,
  shapeCommands,
  pictureCommands,
  importCommands,
  pageCommands,
  toolCommands,
  problemCommands,
  deskCommands,
  helpCommands,
]

/** What changes pages, frames and text; it works where they are in sight. */
const MAKEUP_ONLY = new Set<CommandsOf>([
  findCommands,
  writeCommands,
  shapeCommands,
  pictureCommands,
  pageCommands,
  toolCommands,
])

export const commandsOf = (...args: Parameters<CommandsOf>): readonly Command[] => {
  const [{ store }] = args
  const isMakeup = store.get().desk === 'makeup'
  return PARTS.flatMap((part) => {
    const commands = part(...args)
    if (isMakeup || !MAKEUP_ONLY.has(part)) return commands
    return commands.map((command) => ({ ...command, enabled: false }))
  })
}
