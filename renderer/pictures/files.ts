/** Picture files that come in by drop, paste or choice. */
import { toast } from 'sonner'
import type { Picture } from '../../core/model/edition'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'

/** Kinds that are kept as they are. */
const KEPT = new Set(['image/png', 'image/jpeg'])

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, '')

/** A PNG or JPEG as it is; what else the window can decode (WebP, AVIF, GIF, BMP) as a PNG. Null when it cannot. */
async function readable(
  file: File,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  if (KEPT.has(file.type)) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  try {
    const image = await createImageBitmap(file)
    const canvas = new OffscreenCanvas(image.width, image.height)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    const name = `${withoutEnding(file.name)}.png`
    return { name, bytes: new Uint8Array(await blob.arrayBuffer()) }
  } catch {
    return null
  }
}

/** Takes a file into the edition's media; null, and a sentence said, when it is no picture or cannot be kept. */
export async function bringIn(desk: Desk, text: Text, file: File): Promise<Picture | null> {
  const read = await readable(file)
  if (read === null) {
    toast.error(text.picturing.unreadable(file.name))
    return null
  }
  const added = await desk.host.addPicture({ handle: desk.opened.handle, ...read })
  if (added.ok) {
    desk.pictures.renew(added.value.file)
    return added.value
  }
  const { code, message } = added.error
  toast.error(code === 'picture.format' ? text.picturing.unreadable(file.name) : message)
  return null
}

/** What a story made for the file is called. */
export const slugOf = (file: File, text: Text): string =>
  withoutEnding(file.name) || text.shaping.newPicture

export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Asks for files by the system's own dialog; none when it is closed. */
export function chooseFiles(multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = multiple
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
