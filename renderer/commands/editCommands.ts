import { paste, selectAll, take } from './clipboard'
import type { Command, CommandsOf } from './command'
import { placeOf, type EditPlace } from './editPlace'

export const editCommands: CommandsOf = (desk, text) => {
  const { actions, session } = desk
  const { undoLabel, redoLabel } = session.getSnapshot()
  const { editing } = text
  const at = (
    id: 'cut' | 'copy' | 'paste' | 'pastePlain' | 'selectAll',
    keys: string,
    may: (place: EditPlace) => boolean,
    run: () => void,
  ): Command => ({
    ...{ id, label: editing[id], keys, run, isShownOnly: true },
    // asked when a menu opens, not at every key
    get enabled() {
      return may(placeOf(desk))
    },
  })
  const pasteInPlace: Command = {
    ...{ id: 'pasteInPlace', label: editing.pasteInPlace, keys: 'Ctrl Alt V' },
    get enabled() {
      return placeOf(desk).kind === 'page'
    },
    run: () => void paste(desk, text, 'pasteInPlace'),
  }
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
    at('cut', 'Ctrl X', hasChosen, () => take(desk, 'cut')),
    at('copy', 'Ctrl C', hasChosen, () => take(desk, 'copy')),
    at('paste', 'Ctrl V', isSomewhere, () => void paste(desk, text, 'paste')),
    at('pastePlain', 'Ctrl Shift V', takesWords, () => void paste(desk, text, 'pastePlain')),
    pasteInPlace,
    at('selectAll', 'Ctrl A', isSomewhere, () => selectAll(desk)),
  ]
}

const isSomewhere = ({ kind }: EditPlace): boolean => kind !== 'none'
const takesWords = ({ kind }: EditPlace): boolean => kind === 'field' || kind === 'story'
const hasChosen = (place: EditPlace): boolean => 'chosen' in place && place.chosen
