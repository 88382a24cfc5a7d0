import type { ComponentType } from 'react'
import { Palette } from '../commands/Palette'
import { useDesk, useDeskState } from './context'
import { ExportDialog } from '../export/ExportDialog'
import type { DialogProps } from './dialogProps'
import type { DialogName } from './store'

/** That for a new edition stands apart: it is handed on to what is around the desk. */
const DIALOGS: Readonly<Record<Exclude<DialogName, 'newEdition'>, ComponentType<DialogProps>>> = {
  palette: Palette,
  export: ExportDialog,
}

/** The desk's dialogs: which is open stands in the desk's state, one at a time. */
export function Dialogs() {
  const { store } = useDesk()
  const shown = useDeskState((state) => state.dialog)
  const onClose = (): void => store.set({ dialog: null })
  return Object.entries(DIALOGS).map(([name, Dialog]) => (
    <Dialog key={name} open={shown === name} onClose={onClose} />
  ))
}
