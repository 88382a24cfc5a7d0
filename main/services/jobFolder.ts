/** A folder of texts and pictures as one job: its texts in the order a person reads their names. */
import { basename, extname, join, resolve } from 'node:path'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { nodeFileSystem } from './fileSystem'
import { filesUnder } from './jobFiles'

export interface JobInputs {
  /** Texts as the user would name them one by one. */
  readonly texts: readonly JobText[]
  /** Name of the job when it is one folder, null otherwise. */
  readonly name: string | null
  readonly diagnostics: readonly Diagnostic[]
  /** Folders that cannot be used. */
  readonly failures: readonly Diagnostic[]
}

export interface JobText {
  readonly named: string
  /** Path of the folder that is handed in as one job, null for a text by itself. */
  readonly job: string | null
}

const TEXT = new Set(['.txt', '.docx', '.rtf'])
/** Documents that hold copy but are not read: leaving one out would lose it, so it is handed on and refused. */
const FOREIGN_TEXT = new Set(['.doc', '.wps', '.odt', '.pdf'])
const BESIDE = new Set(['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp', '.json', '.md'])

const ending = (name: string): string => extname(name).toLowerCase()

/** Whether a file is a text, or a document that stands for one. */
export const isManuscript = (name: string): boolean =>
  TEXT.has(ending(name)) || FOREIGN_TEXT.has(ending(name))

/** Natural order: page 2 before page 10, and 第2版 before 第10版. */
const byName = new Intl.Collator('zh-CN', { numeric: true })

interface FoundTexts {
  readonly texts: readonly JobText[]
  readonly others: readonly string[]
}

function textsIn(named: string, path: string): Result<FoundTexts> {
  try {
    const names = [...filesUnder(path)].sort((a, b) => byName.compare(a, b))
    const hasText = names.some((name) => TEXT.has(ending(name)))
    // beside a text a PDF is an advertisement; alone it is copy that cannot be read
    const isBeside = (name: string): boolean =>
      BESIDE.has(ending(name)) || (hasText && ending(name) === '.pdf')
    const texts = names.filter((name) => isManuscript(name) && !isBeside(name))
    return ok({
      texts: texts.map((name) => ({ named: join(named, name), job: path })),
      others: names.filter((name) => !texts.includes(name) && !isBeside(name)),
    })
  } catch (error) {
    return err(diskTrouble(error, named, 'read'))
  }
}

/** The folder itself has no name to tell. */
const HERE = '.'

/** The inputs with each folder replaced by its texts; a folder without texts is a failure. */
export async function expandFolders(named: readonly string[], cwd: string): Promise<JobInputs> {
  const texts: JobText[] = []
  const diagnostics: Diagnostic[] = []
  const failures: Diagnostic[] = []
  let folders = 0
  for (const name of named) {
    const path = resolve(cwd, name)
    // what cannot be looked at is told when it is read
    const kind = await nodeFileSystem.kindOf(path).catch(() => null)
    if (kind !== 'folder') {
      texts.push({ named: name, job: null })
      continue
    }
    folders++
    const found = textsIn(name, path)
    if (!found.ok) {
      failures.push(found.error)
      continue
    }
    const where = name === HERE ? {} : { file: name }
    if (found.value.texts.length === 0) {
      const message = `${name} is a folder without a text (.txt, .docx or .rtf); put the page's text into it.`
      failures.push({ severity: 'error', code: 'input.folder', message, where })
    }
    texts.push(...found.value.texts)
    if (found.value.others.length > 0) {
      const parts = { files: found.value.others.join(', ') }
      const prefix = name === HERE ? '' : `${name}: `
      const message = `${prefix}${found.value.others.join(', ')} is neither a text nor a picture that can be read and was left out.`
      diagnostics.push({ severity: 'warning', code: 'input.left-out', message, where, parts })
    }
  }
  const [only] = named
  const isOneFolder = folders === 1 && named.length === 1 && only !== undefined
  const name = isOneFolder ? basename(resolve(cwd, only)) : null
  return { texts, name, diagnostics, failures }
}
