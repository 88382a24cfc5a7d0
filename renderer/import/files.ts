/** Files chosen or dropped, as the host takes them: texts, pictures, also whole folders. */
import type { ImportFile } from '../../core/contract'

const TAKEN = /\.(?:txt|docx|rtf|png|jpe?g|json)$/iu
const TEXT = /\.(?:txt|docx|rtf)$/iu

export const isText = ({ name }: { readonly name: string }): boolean => TEXT.test(name)

const read = async (file: File): Promise<ImportFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

const taken = (files: readonly File[]): Promise<readonly ImportFile[]> =>
  Promise.all(files.filter(({ name }) => TAKEN.test(name)).map(read))

/** Lets the user choose files; empty when called off. */
export function chooseFiles(): Promise<readonly ImportFile[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.txt,.docx,.rtf,.png,.jpg,.jpeg'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(taken([...(input.files ?? [])])))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

export const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

/** The files of a drop, those of dropped folders with them, in the order of their names. */
export async function droppedFiles(data: DataTransfer): Promise<readonly ImportFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const loose = [...data.files]
  const files = entries.length === 0 ? loose : (await Promise.all(entries.map(filesIn))).flat()
  return taken(files.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })))
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
  return (await Promise.all(inside.map(filesIn))).flat()
}
