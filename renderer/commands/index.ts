/** Every command of the desk; one file a part of it. */
import type { Command, CommandsOf } from './command'
import { editCommands } from './editCommands'
import { fileCommands } from './fileCommands'
import { pictureCommands } from './pictureCommands'
import { findCommands } from './findCommands'
import { importCommands } from './importCommands'
import { pageCommands } from './pageCommands'
import { shapeCommands } from './shapeCommands'
import { problemCommands } from './problemCommands'
import { toolCommands } from './toolCommands'
import { viewCommands } from './viewCommands'

export type { Command, DeskExits } from './command'
export { commandFor } from './keys'
export { MENUS } from './menus'

const PARTS: readonly CommandsOf[] = [
  fileCommands,
  editCommands,
  findCommands,
  viewCommands,
  shapeCommands,
  pictureCommands,
  importCommands,
  pageCommands,
  toolCommands,
  problemCommands,
]

export const commandsOf = (...args: Parameters<CommandsOf>): readonly Command[] =>
  PARTS.flatMap((part) => part(...args))
