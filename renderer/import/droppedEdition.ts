/** An edition let go on the window is opened, not read as a folder of copy. */
import { toast } from 'sonner'
import type { HostClient, OpenSource } from '../../core/contract'
import type { Text } from '../i18n'

/** Its folder; null when something else was let go. */
export function droppedEdition({ items }: DataTransfer): File | null {
  const folders = [...items].filter((item) => item.webkitGetAsEntry()?.isDirectory === true)
  const named = folders.map((item) => item.getAsFile())
  return named.find((file) => file?.name.endsWith('.banxin') === true) ?? null
}

export function openDropped(
  host: HostClient,
  folder: File,
  text: Text,
  onOpen: (source: OpenSource) => void,
): void {
  if (host.openDropped !== null) host.openDropped(folder)
  else
    toast.warning(text.importing.editionDropped(folder.name), {
      duration: 12_000,
      action: {
        label: text.openEdition,
        onClick: () => onOpen({ kind: 'dialog', title: text.openEdition }),
      },
    })
}
