import type { CommandsOf } from './command'

export const editCommands: CommandsOf = ({ actions, session }, text) => {
  const { undoLabel, redoLabel } = session.getSnapshot()
  return [
    {
      id: 'undo',
      label: undoLabel === null ? text.undo : text.undoWhat(undoLabel),
      keys: 'Ctrl Z',
      enabled: undoLabel !== null,
      run: actions.undo,
    },
    {
      id: 'redo',
      label: redoLabel === null ? text.redo : text.redoWhat(redoLabel),
      keys: 'Ctrl Shift Z',
      enabled: redoLabel !== null,
      run: actions.redo,
    },
  ]
}
