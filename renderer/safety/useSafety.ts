/** What the host tells of the open edition, and the leaving of it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { toast } from 'sonner'
import type { NewEditionSource, OpenedEdition, OpenSource } from '../../core/contract'
import type { DeskExits } from '../commands'
import { useDesk, type Desk } from '../desk/context'
import { useText, type Text } from '../i18n'
import { AGREED, type Safety } from './safety'
import { leave, revert, save, saveAs } from './saving'
import { trouble } from '../i18n/trouble'

/** What becomes of the window's room when its edition goes or is read anew. */
export interface RoomExits {
  readonly onClose: () => void
  readonly onReopen: (opened: OpenedEdition) => void
  /** Another edition takes its place, once what is unsaved was asked about. */
  readonly onNew: (source: NewEditionSource, date: string) => void
  readonly onOpen: (source: OpenSource) => void
}

export function useSafety(): Safety {
  const { safety } = useDesk()
  return useSyncExternalStore(safety.subscribe, safety.get)
}

export function useExits(
  desk: Desk,
  room: RoomExits,
  foldSide: DeskExits['foldSide'],
  foldSides: () => void,
): DeskExits {
  const text = useText()
  const { onClose, onOpen, onReopen } = room
  return useMemo(
    () => ({
      foldSide,
      foldSides,
      open: onOpen,
      save: () => void save(desk, text),
      saveOver: () => void save(desk, text, true),
      saveAs: () => void saveAs(desk, text),
      revert: () => void revert(desk, text).then((opened) => opened && onReopen(opened)),
      close: () => void leave(desk, text).then((left) => left && onClose()),
    }),
    [desk, onClose, onOpen, onReopen, foldSide, foldSides, text],
  )
}

export function useHostEvents(desk: Desk, { onReopen }: RoomExits): void {
  const text = useText()
  useEffect(() => {
    const { host, pictures, session, safety } = desk
    const { handle } = session
    const readAnew = async (): Promise<void> => {
      const reply = await host.resync({ handle })
      if (!reply.ok) return void toast.error(trouble(text, reply.error))
      onReopen(reply.value)
      toast(text.safety.revertedElsewhere)
    }
    return host.subscribe((event) => {
      if (event.kind === 'closeRequested') return void closeWindow(desk, text)
      if (event.kind === 'joined') {
        session.joined()
        return pictures.renewMissing()
      }
      if (!('handle' in event) || event.handle !== handle) return
      switch (event.kind) {
        case 'appended':
          return session.receive(event)
        case 'saved':
          session.saved(event.savedRevision)
          return safety.set({ ...AGREED, name: event.name, path: event.path })
        case 'reverted':
          return void readAnew()
        case 'windows':
          return safety.set({ windows: event.windows })
        case 'changedOnDisk':
          return safety.set({ changedOnDisk: true })
        case 'gone':
          safety.set({ gone: event.gone })
          return event.gone ? undefined : pictures.renewMissing()
        case 'journal':
          return safety.set({ journal: event.error })
        case 'importing':
          // the import tells of itself
          return
      }
    })
  }, [desk, onReopen, text])
}

async function closeWindow(desk: Desk, text: Text): Promise<void> {
  if (await leave(desk, text)) await desk.host.closeWindow({})
}

/** The title tells the edition, and with a dot that it is not saved. */
export function useWindowTitle(): void {
  const text = useText()
  const { session } = useDesk()
  const { name } = useSafety()
  const unsaved = useSyncExternalStore(session.subscribe, () => {
    const { revision, savedRevision } = session.getSnapshot()
    return revision !== savedRevision
  })
  useEffect(() => {
    document.title = `${unsaved ? '• ' : ''}${name || text.safety.unnamed} — ${text.appName}`
    return () => void (document.title = text.appName)
  }, [name, unsaved, text])
}
