/** Pictures decoded for the canvas: asked for when first painted, drawn when they have come. */
import type { HostApi } from '../../core/contract'
import type { Drawable } from '../../core/display/surface'
import type { PictureId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'

type Shown = Drawable<CanvasImageSource>

/** `missing`: the edition's folder has no such file; `damaged`: it cannot be decoded. */
export type PictureState = 'coming' | 'here' | 'missing' | 'damaged'

export interface PictureShelf {
  /** Null while it is fetched, and when its file is missing or damaged. */
  get(edition: Edition, id: PictureId): Shown | null
  /** How a picture that was asked for stands; one that was not is on its way. */
  stateOf(file: string): PictureState
  /** Forgets a file, so that it is fetched again: it was missing and may be there now. */
  renew(file: string): void
  /** Forgets all that are missing: they may be there now. */
  renewMissing(): void
  /** Called when a picture has come, or is known to be missing. */
  onArrival(listener: () => void): () => void
}

export function createPictureShelf(
  host: Pick<HostApi, 'pictureBytes'>,
  handle: string,
): PictureShelf {
  const shelf = new Map<string, Shown | Exclude<PictureState, 'here'>>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of [...listeners]) listener()
  }
  const put = (file: string, found: Shown | 'missing' | 'damaged'): void => {
    shelf.set(file, found)
    tell()
  }

  const fetchFile = async (file: string): Promise<void> => {
    const reply = await host.pictureBytes({ handle, file })
    if (!reply.ok) return put(file, 'missing')
    try {
      const bytes = new Blob([new Uint8Array(reply.value)])
      const image = await createImageBitmap(bytes)
      put(file, { image, width: image.width, height: image.height })
    } catch {
      put(file, 'damaged')
    }
  }

  return {
    get(edition, id) {
      const file = edition.pictures[id]?.file
      if (file === undefined) return null
      const known = shelf.get(file)
      if (known !== undefined) return typeof known === 'string' ? null : known
      shelf.set(file, 'coming')
      void fetchFile(file)
      return null
    },
    stateOf(file) {
      const known = shelf.get(file)
      if (known === undefined) return 'coming'
      return typeof known === 'string' ? known : 'here'
    },
    renew(file) {
      if (shelf.get(file) !== 'coming') shelf.delete(file)
      tell()
    },
    renewMissing() {
      for (const [file, found] of shelf) if (found === 'missing') shelf.delete(file)
      tell()
    },
    onArrival(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
