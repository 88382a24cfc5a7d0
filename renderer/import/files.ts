/** Files chosen or dropped, as the host takes them: texts, pictures, also whole folders. */
import type { ImportFile } from '../../core/contract'
import { bytesOf, pictureFile } from '../pictures/files'

const TEXT = /\.(?:txt|docx|rtf|doc|wps|odt)$/iu
/** What the host reads, or says in a sentence why not. */
const HOST_READS = /\.(?:txt|docx|rtf|doc|wps|odt|pdf|json|md)$/iu
/** What file managers leave in folders. */
const HIDDEN = /^\.|^~\$|^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/iu

/** Files of which some are nothing that is read: those by name alone. */
export interface Chosen {
  readonly files: readonly ImportFile[]
  readonly leftOut: readonly string[]
}
export const NONE: Chosen = { files: [], leftOut: [] }

export const isText = ({ name }: { readonly name: string }): boolean => TEXT.test(name)

async function take(files: readonly File[]): Promise<Chosen> {
  const shown = files.filter(({ name }) => !HIDDEN.test(name))
  const read = await Promise.all(
    shown.map((file) =>
      // a file may go between being chosen and being read
      HOST_READS.test(file.name) ? bytesOf(file).catch(() => null) : pictureFile(file),
    ),
  )
  return {
    files: read.flatMap((one) => one ?? []),
    leftOut: shown.filter((_, i) => read[i] === null).map(({ name }) => name),
  }
}

/** Lets the user choose files; none when called off. */
export function chooseFiles(): Promise<Chosen> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.txt,.docx,.rtf,.doc,.pdf,.tif,.tiff,.webp,image/*'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(take([...(input.files ?? [])])))
    input.addEventListener('cancel', () => resolve(NONE))
    input.click()
  })
}

export const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

/** The files of a drop, those of dropped folders with them, in the order of their names. */
export async function droppedFiles(data: DataTransfer): Promise<Chosen> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const loose = [...data.files]
  const files = entries.length === 0 ? loose : (await Promise.all(entries.map(filesIn))).flat()
  return take(files.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })))
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry instanceof FileSystemFileEntry)
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) break
    inside.push(...some)
  }
  const shown = inside.filter(({ name }) => !HIDDEN.test(name))
  return (await Promise.all(shown.map(filesIn))).flat()
}
