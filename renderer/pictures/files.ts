/** Picture files that come in by drop, paste or choice. */
import { toast } from 'sonner'
import type { ImportFile } from '../../core/contract'
import { fileNameFor } from '../../core/contract/fileNames'
import type { Picture } from '../../core/model/edition'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'

/** Kinds that the host reads itself, by their files' endings too: not every system names a TIFF's kind. */
const HOST_READS = /^image\/(png|jpeg|tiff|webp)$|\.(png|jpe?g|tiff?|webp)$/iu

const hostReads = ({ type, name }: File): boolean => HOST_READS.test(type) || HOST_READS.test(name)

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, '')

export const bytesOf = async (file: File): Promise<ImportFile> => ({
  name: fileNameFor(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** PNG, JPEG, TIFF and WebP as they are; what else the window can decode (AVIF, GIF, BMP) as a PNG. Null when it cannot, or the file is gone. */
export async function pictureFile(file: File): Promise<ImportFile | null> {
  try {
    if (hostReads(file)) return await bytesOf(file)
    const image = await createImageBitmap(file)
    const canvas = new OffscreenCanvas(image.width, image.height)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    const name = fileNameFor(`${withoutEnding(file.name)}.png`)
    return { name, bytes: new Uint8Array(await blob.arrayBuffer()) }
  } catch {
    return null
  }
}

/** Takes a file into the edition's media; null, and a sentence said, when it is no picture or cannot be kept. */
export async function bringIn(desk: Desk, text: Text, file: File): Promise<Picture | null> {
  const read = await pictureFile(file)
  if (read === null) {
    toast.error(text.picturing.unreadable(file.name))
    return null
  }
  const added = await desk.host.addPicture({ handle: desk.opened.handle, ...read })
  if (added.ok) {
    desk.pictures.renew(added.value.file)
    return added.value
  }
  const { error } = added
  const isNoPicture = error.code === 'picture.format'
  toast.error(isNoPicture ? text.picturing.unreadable(file.name) : trouble(text, error))
  return null
}

/** What a story made for the file is called. */
export const slugOf = (file: File, text: Text): string =>
  withoutEnding(file.name) || text.shaping.newPicture

export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/') || hostReads(file))

/** Whether what is dragged is pictures alone: before it is let go its kinds are told, and no names. */
export const dragsPictures = (data: DataTransfer | null): boolean => {
  const items = [...(data?.items ?? [])]
  return items.length > 0 && items.every(({ type }) => type.startsWith('image/'))
}

/** Asks for files by the system's own dialog; none when it is closed. */
export function chooseFiles(multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*,.tif,.tiff,.webp'
    input.multiple = multiple
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
