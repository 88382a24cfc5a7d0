import { useMemo, type ReactNode } from 'react'
import { commandsOf, type DeskExits } from '../commands'
import { CommandsContext } from '../commands/useCommands'
import { useText } from '../i18n'
import { useRecent } from '../start/recent'
import { useBeside, useDesk, useSettled } from './context'
import { SystemMenu } from './SystemMenu'

/** The commands as they stand, for the parts below; apart, so that a choice renders no more than who shows them. */
export function Commands(props: { readonly exits: DeskExits; readonly children: ReactNode }) {
  const { exits, children } = props
  const text = useText()
  const desk = useDesk()
  const { snapshot } = useSettled()
  const stand = useBeside((state) => state.desk)
  const chosen = useBeside(
    ({ frame, also, selection }) => `${frame ?? ''} ${also.length} ${selection === null}`,
  )
  const recent = useRecent(desk)
  // what can be done, and the labels of undo and redo, come from the choice and the snapshot
  const commands = useMemo(
    () => commandsOf(desk, text, exits),
    [desk, exits, text, snapshot, chosen, stand, recent],
  )
  return (
    <CommandsContext value={commands}>
      <SystemMenu commands={commands} />
      {children}
    </CommandsContext>
  )
}
