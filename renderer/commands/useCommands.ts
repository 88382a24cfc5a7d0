/** The commands as they stand now, for the parts of the desk that show them. */
import { createContext, useContext } from 'react'
import type { Command } from './command'

export const CommandsContext = createContext<readonly Command[]>([])
export const useCommands = (): readonly Command[] => useContext(CommandsContext)
