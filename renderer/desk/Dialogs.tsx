import { useEffect, useState, type ComponentType } from 'react'
import { toast } from 'sonner'
import { useText } from '../i18n'
import { fetchedApart } from '../lazily'
import { useDesk, useDeskState } from './context'
import type { DialogProps } from './dialogProps'
import { PanelGuard } from './PanelGuard'
import type { DialogName } from './store'

/** That for a new edition stands apart: it is handed on to what is around the desk. */
type OwnDialog = Exclude<DialogName, 'newEdition'>
type Dialog = ComponentType<DialogProps>

const DIALOGS: Readonly<Record<OwnDialog, () => Promise<Dialog>>> = {
  palette: fetchedApart(async () => (await import('../commands/Palette')).Palette),
  keyMap: fetchedApart(async () => (await import('../help/KeyMap')).KeyMap),
  about: fetchedApart(async () => (await import('../help/About')).About),
  licences: fetchedApart(async () => (await import('../help/Licences')).Licences),
  export: fetchedApart(async () => (await import('../export/ExportDialog')).ExportDialog),
}

/** The desk's dialogs: which is open stands in the desk's state, one at a time; each comes when first opened. */
export function Dialogs() {
  const text = useText()
  const { store } = useDesk()
  const shown = useDeskState((state) => state.dialog)
  const [come, setCome] = useState<readonly (readonly [OwnDialog, Dialog])[]>([])
  const onClose = (): void => store.set({ dialog: null })
  useEffect(() => {
    if (shown === null || shown === 'newEdition' || come.some(([name]) => name === shown)) return
    DIALOGS[shown]().then(
      (Dialog) =>
        setCome((before) =>
          before.some(([name]) => name === shown) ? before : [...before, [shown, Dialog]],
        ),
      () => {
        toast.error(text.dialogNotFetched)
        store.set({ dialog: null })
      },
    )
  }, [come, shown, store, text])
  return come.map(([name, Dialog]) => (
    <PanelGuard key={name} text={text}>
      <Dialog open={shown === name} onClose={onClose} />
    </PanelGuard>
  ))
}
