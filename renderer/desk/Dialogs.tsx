import { useState, type ComponentType } from 'react'
import { useDesk, useDeskState } from './context'
import { lazily } from '../lazily'
import type { DialogProps } from './dialogProps'
import type { DialogName } from './store'

/** That for a new edition stands apart: it is handed on to what is around the desk. */
type OwnDialog = Exclude<DialogName, 'newEdition'>

const DIALOGS: Readonly<Record<OwnDialog, ComponentType<DialogProps>>> = {
  palette: lazily(async () => (await import('../commands/Palette')).Palette),
  export: lazily(async () => (await import('../export/ExportDialog')).ExportDialog),
}

/** The desk's dialogs: which is open stands in the desk's state, one at a time; each comes when first opened. */
export function Dialogs() {
  const { store } = useDesk()
  const shown = useDeskState((state) => state.dialog)
  const [opened, setOpened] = useState<readonly OwnDialog[]>([])
  const own = shown === 'newEdition' ? null : shown
  if (own !== null && !opened.includes(own)) setOpened([...opened, own])
  const onClose = (): void => store.set({ dialog: null })
  return opened.map((name) => {
    const Dialog = DIALOGS[name]
    return <Dialog key={name} open={shown === name} onClose={onClose} />
  })
}
