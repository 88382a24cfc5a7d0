import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './fileSystem'

const PLACES = ['pages', 'stories']

/**
 * Changes when a record of the edition in `dir` is written, made or removed by
 * anyone: names, sizes and times, so that looking often costs little. Null when
 * the folder is not there.
 */
export async function diskStamp(dir: string): Promise<string | null> {
  try {
    const folders = PLACES.map((place) => join(dir, place))
    const marks = await Promise.all([
      marksIn(dir, await readdir(dir)),
      ...folders.map(async (folder) => marksIn(folder, await namesIn(folder))),
    ])
    return marks.flat().join('\n')
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])

function marksIn(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const records = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    records.map(async (name) => {
      const { ino, mtimeMs, size } = await stat(join(folder, name))
      return `${name} ${ino} ${mtimeMs} ${size}`
    }),
  )
}
