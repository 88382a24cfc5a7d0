/** Pictures for the figures of a manuscript: from the folders of its texts and from inside its documents. */
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { matchPictures, type PictureClue } from '../../core/manuscript/matchPictures'
import type { Diagnostic, Result } from '../../core/result'
import type { ReadPictures } from './filesBeside'
import { filesIn, filesUnder } from './jobFiles'
import { homeOf, type InputFile } from './manuscriptReader'
import { matchFiles, readList } from './pictureList'
import { pictureOf, readPicture, type StoredPicture } from './pictureStore'

/** A figure that wants a picture; `page` counts the inputs from 0. */
export interface WantedPicture {
  readonly figure: string
  readonly title: string
  readonly caption?: string
  readonly page: number
}

/** How a figure came to its picture. */
export interface PictureDecision {
  readonly figure: string
  /** Name of the file, or of the document and the picture's place in it. */
  readonly file: string
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number
  readonly reason: string
}

export interface FoundPictures {
  /** By the figure's name. */
  readonly pictures: ReadonlyMap<string, StoredPicture>
  /** Pictures of the job that no caption was found for: kept, but on no page. */
  readonly spare: readonly StoredPicture[]
  readonly decisions: readonly PictureDecision[]
  readonly diagnostics: readonly Diagnostic[]
}

const IMAGE = /\.(?:png|jpe?g)$/iu
const byName = new Intl.Collator('zh-CN', { numeric: true })

/** A match below this confidence is also told as a doubt. */
const SURE = 0.7

const warn = (code: string, file: string, message: string, caption = ''): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  where: { file },
  parts: { caption },
})

/** A picture that may be matched, not read yet. */
interface Candidate {
  readonly label: string
  readonly clue: PictureClue
  readonly read: () => Result<StoredPicture>
  /** Handed in with the texts, so that it must not get lost. */
  readonly belongs: boolean
}

/**
 * A preview that an earlier run painted of a text (`name-07.png`). In a job's folder, where pictures are
 * named after their pages too, only beside the PDF of that run.
 */
function isPreview(folder: string, name: string, inputs: readonly InputFile[]): boolean {
  if (!name.endsWith('.png')) return false
  return inputs.some(
    (input) =>
      basename(name).startsWith(`${input.name}-`) &&
      (input.job == null || existsSync(join(folder, `${input.name}.pdf`))),
  )
}

/** Of a job's folder also what lies in folders within it. */
const filesOf = (folder: string, inputs: readonly InputFile[]): readonly string[] =>
  inputs.some(({ job }) => job === folder) ? filesUnder(folder) : filesIn(folder)

const imagesIn = (
  folder: string,
  inputs: readonly InputFile[],
  beforehand: ReadPictures,
): readonly string[] =>
  filesOf(folder, inputs)
    .filter((name) => IMAGE.test(name) || beforehand.has(join(folder, name)))
    .filter((name) => !isPreview(folder, name, inputs))
    .sort((a, b) => byName.compare(a, b))

const PICTURE = /\.(?:png|jpe?g|tiff?|webp)$/iu

/** Names of the pictures beside a text, without their endings. */
export const picturesNamedBeside = (input: InputFile): readonly string[] =>
  filesOf(homeOf(input), [input])
    .filter((name) => PICTURE.test(name))
    .map((name) => basename(name, extname(name)))

/** The text a picture is named after: 第2版-渡口.jpg belongs to 第2版.txt. */
function pageNamed(name: string, inputs: readonly InputFile[]): number | null {
  const page = inputs.findIndex(
    (input) => name.startsWith(input.name) && /^[^\p{L}\p{N}]/u.test(name.slice(input.name.length)),
  )
  return page < 0 ? null : page
}

const readFile = (path: string, beforehand: ReadPictures): Result<StoredPicture> =>
  beforehand.get(path) ?? readPicture(path)

function fileCandidate(
  folder: string,
  file: string,
  inputs: readonly InputFile[],
  beforehand: ReadPictures,
): Candidate {
  const stem = basename(file, extname(file))
  const page = pageNamed(stem, inputs)
  const name = page === null ? stem : stem.slice(inputs[page]?.name.length)
  return {
    label: file,
    clue: { name, page, near: [] },
    read: () => readFile(join(folder, file), beforehand),
    belongs: inputs.some((input) => input.job === folder),
  }
}

const embeddedIn = (input: InputFile, page: number): readonly Candidate[] =>
  (input.embedded ?? []).map(({ bytes, near }, index): Candidate => {
    const label = `${input.named}, picture ${index + 1}`
    return {
      label,
      clue: { name: '', page, near },
      read: () => pictureOf(label, bytes),
      belongs: true,
    }
  })

interface Found {
  readonly pictures: Map<string, StoredPicture>
  readonly spare: StoredPicture[]
  readonly decisions: PictureDecision[]
  readonly diagnostics: Diagnostic[]
}

function take(found: Found, decision: PictureDecision, read: Result<StoredPicture>): void {
  if (!read.ok) {
    found.diagnostics.push({ ...read.error, severity: 'warning' })
    return
  }
  found.pictures.set(decision.figure, read.value)
  found.decisions.push(decision)
}

const WORDS_SHOWN = 16

/** What a person knows a figure by. */
const nameOf = (wanted: WantedPicture | undefined): string => {
  const words = wanted?.title || (wanted?.caption ?? '')
  return words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN)}…` : words
}

/** Keeps a picture on no page; one that is `offered` is told as such already. */
function keepSpare(found: Found, { label, read }: Candidate, offered: boolean): void {
  const picture = read()
  if (!picture.ok) {
    found.diagnostics.push({ ...picture.error, severity: 'warning' })
    return
  }
  found.spare.push(picture.value)
  if (offered) return
  const message = `${label}: no caption was found for this picture; it is kept with the edition but stands on no page.`
  found.diagnostics.push(warn('picture.spare', label, message))
}

/** Matches what the list has not settled, and says what is doubtful. */
function matchByClues(
  found: Found,
  wanted: readonly WantedPicture[],
  candidates: readonly Candidate[],
): void {
  const open = wanted.filter(({ figure }) => !found.pictures.has(figure))
  const { matches, offered } = matchPictures(
    open.map(({ figure, page, title, caption = '' }) => ({ figure, page, title, caption })),
    candidates.map(({ clue }) => clue),
  )
  const captionOf = (figure: string): string => nameOf(open.find((one) => one.figure === figure))
  for (const { figure, picture, confidence, reason } of matches) {
    const { label, read } = candidates[picture] as Candidate
    take(found, { figure, file: label, confidence, reason }, read())
    if (confidence < SURE && found.pictures.has(figure)) {
      const message = `${label} is set under “${captionOf(figure)}” because ${reason} (confidence ${confidence}); check it, or name it in pictures.json.`
      found.diagnostics.push(warn('picture.match', label, message, captionOf(figure)))
    }
  }
  for (const { figure, picture } of offered) {
    const label = candidates[picture]?.label ?? ''
    const message = `${label} may belong under “${captionOf(figure)}”, but nothing says so for certain; it stands on no page until it is named in pictures.json.`
    found.diagnostics.push(warn('picture.offer', label, message, captionOf(figure)))
  }
  const used = new Set(matches.map(({ picture }) => picture))
  candidates.forEach((candidate, index) => {
    const isOffered = offered.some(({ picture }) => picture === index)
    if (candidate.belongs && !used.has(index)) keepSpare(found, candidate, isOffered)
  })
}

/** Settles what the folder's list says; the images of a folder without one are left to the evidence. */
function readFolder(
  found: Found,
  folder: string,
  wanted: readonly WantedPicture[],
  inputs: readonly InputFile[],
  beforehand: ReadPictures,
): readonly Candidate[] {
  const list = readList(folder)
  if (!list.ok) {
    found.diagnostics.push(list.error)
    return []
  }
  if (list.value === null) {
    return imagesIn(folder, inputs, beforehand).map((file) =>
      fileCandidate(folder, file, inputs, beforehand),
    )
  }
  for (const [figure, file] of matchFiles(wanted, list.value)) {
    const reason = 'pictures.json says so'
    take(found, { figure, file, confidence: 1, reason }, readFile(join(folder, file), beforehand))
  }
  return []
}

/**
 * Finds the pictures of the figures: by the list `pictures.json` beside their texts, and where it says
 * nothing by the text around them in a document, the words and numbers of their file names, and their
 * order. `beforehand` are the advertisements, TIFF and WebP beside the texts, read beforehand. A figure without a picture is left out; a list or file that cannot be read is a warning.
 */
export function findPictures(
  inputs: readonly InputFile[],
  wanted: readonly WantedPicture[],
  beforehand: ReadPictures = new Map(),
): FoundPictures {
  const found: Found = { pictures: new Map(), spare: [], decisions: [], diagnostics: [] }
  const folderOf = (page: number): string => {
    const input = inputs[page]
    return input ? homeOf(input) : ''
  }
  const brings = ({ job, embedded = [] }: InputFile): boolean =>
    typeof job === 'string' || embedded.length > 0
  const folders = [
    ...wanted.map(({ page }) => folderOf(page)),
    ...inputs.filter(brings).map(homeOf),
  ]
  for (const folder of new Set(folders)) {
    const here = wanted.filter(({ page }) => folderOf(page) === folder)
    const inside = inputs.flatMap((input, page) =>
      homeOf(input) === folder ? embeddedIn(input, page) : [],
    )
    const beside = readFolder(found, folder, here, inputs, beforehand)
    matchByClues(found, here, [...inside, ...beside])
  }
  return found
}
