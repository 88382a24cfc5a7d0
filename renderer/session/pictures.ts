/** Pictures decoded for the canvas: asked for when first painted, drawn when they have come. */
import type { HostApi } from '../../core/contract'
import type { Drawable } from '../../core/display/surface'
import type { PictureId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'

export interface PictureShelf {
  /** Null while it is fetched, and when its file is missing or damaged. */
  get(edition: Edition, id: PictureId): Drawable<CanvasImageSource> | null
  /** Called when a picture has come. */
  onArrival(listener: () => void): () => void
}

export function createPictureShelf(
  host: Pick<HostApi, 'pictureBytes'>,
  handle: string,
): PictureShelf {
  const shelf = new Map<string, Drawable<CanvasImageSource> | null>()
  const listeners = new Set<() => void>()

  const fetchFile = async (file: string): Promise<void> => {
    const reply = await host.pictureBytes({ handle, file })
    if (!reply.ok) return
    try {
      const bytes = new Uint8Array(reply.value)
      const image = await createImageBitmap(new Blob([bytes]))
      shelf.set(file, { image, width: image.width, height: image.height })
      for (const listener of listeners) listener()
    } catch {
      // A damaged file keeps its tint on the page; the checks report it.
    }
  }

  return {
    get(edition, id) {
      const file = edition.pictures[id]?.file
      if (file === undefined) return null
      const known = shelf.get(file)
      if (known !== undefined) return known
      shelf.set(file, null)
      void fetchFile(file)
      return null
    },
    onArrival(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
