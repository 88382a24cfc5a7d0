/** The files of a job's folder and of the folders in it, such as 文字 and 图片. */
import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'

/** Folders in a job's folder that are looked into. */
const DEEPEST = 2

/** What systems and programs put beside a person's files. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~$') ||
  /^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/iu.test(name)

const isEdition = (entry: Dirent): boolean => entry.isDirectory() && entry.name.endsWith('.banxin')

const visibleIn = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isHidden(name))

/** Names of the files in `folder` itself, hidden ones left out. */
export const filesIn = (folder: string): readonly string[] =>
  visibleIn(folder)
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)

/**
 * The same with those of the folders in it, named from `folder` on. A folder that holds an edition is
 * where an earlier run has put its results.
 */
export function filesUnder(folder: string, deeper = DEEPEST): readonly string[] {
  const entries = visibleIn(folder)
  const inside = entries
    .filter((entry) => deeper > 0 && entry.isDirectory() && !isEdition(entry))
    .filter(({ name }) => !visibleIn(join(folder, name)).some(isEdition))
    .flatMap(({ name }) =>
      filesUnder(join(folder, name), deeper - 1).map((file) => join(name, file)),
    )
  return [...filesIn(folder), ...inside]
}
