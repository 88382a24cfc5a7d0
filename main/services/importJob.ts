/** Raw texts to an edition: read, understood, given their pictures, and placed on pages. */
import { join } from 'node:path'
import { createComposeCache } from '../../core/compose'
import { importPage, joinJumps, type IntakeReport, type IntakeResult } from '../../core/intake'
import type { IntakeAccount } from '../../core/ledger'
import { makeUp, type MakeUpJob } from '../../core/makeup'
import { accountIntake } from '../../core/manuscript/accountIntake'
import { editionOf, type NewEdition } from '../../core/manuscript/editionOf'
import { figuresOf, withPictures } from '../../core/manuscript/figures'
import { toStories, type Manuscript, type ManuscriptPage } from '../../core/manuscript/toStories'
import type { Edition, Story } from '../../core/model/edition'
import type { Template } from '../../core/model/template'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import type { OpenWork } from './composeJob'
import type { Media } from './editionStore'
import { openFontCatalog, type FontCatalog } from './fontCatalog'
import { expandFolders, type JobText } from './jobFolder'
import { readManuscript, type InputFile, type ReadText } from './manuscriptReader'
import type { ReadPictures } from './filesBeside'
import { adsBeside } from './jobAds'
import { foreignBeside } from './jobForeign'
import {
  findPictures,
  picturesNamedBeside,
  type FoundPictures,
  type PictureDecision,
} from './pictureFinder'
import { resourcesFolder } from './resources'
import { openTemplates } from './templateCatalog'
import { wordOver, wordsIn } from './words'

export interface ImportOptions {
  /** Folder where relative names start. */
  readonly cwd: string
  readonly template: string
  readonly onePage: boolean
  /** ISO date for texts that state none. */
  readonly today: string
  readonly onStep?: (text: string) => void
  /** Told how much of the placing is done, 0 to 1. */
  readonly onPlaced?: (share: number) => void
}

export interface ImportedEdition extends OpenWork {
  /** What the inputs' names have in common: names the outputs. */
  readonly name: string
  readonly media: Media
  readonly intake: readonly IntakeAccount[]
  readonly report: ImportReport
  /** The texts as they were read. */
  readonly texts: readonly { readonly file: string; readonly text: string }[]
}

interface ReadPage extends ReadText {
  readonly result: IntakeResult
}

/** What intake decided about one text, and why; lines are those of the text. */
export interface PageReport extends IntakeReport {
  readonly file: string
}

/** Every decision of an import with its reason and confidence. */
export interface ImportReport {
  readonly pages: readonly PageReport[]
  readonly pictures: readonly PictureDecision[]
}

const inFile = (file: string, diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  where: { ...diagnostic.where, file },
})

const manuscriptPage = ({ items, characters }: IntakeResult): ManuscriptPage => ({
  items,
  removed: characters.removed,
})

/** An account for each file, and one for all together should joining their jumps have cost a character. */
function accountPages(
  pages: readonly ReadPage[],
  stories: readonly Story[],
): readonly IntakeAccount[] {
  const each = pages.map(({ input, text, result }) =>
    accountIntake(input.named, text, toStories([manuscriptPage(result)]).stories),
  )
  const names = pages.map(({ input }) => input.named).join(', ')
  const all = accountIntake(names, pages.map(({ text }) => text).join('\n'), stories)
  return pages.length > 1 && all.lost + all.added > 0 ? [...each, all] : each
}

async function readPage({ named, job }: JobText, cwd: string): Promise<Result<ReadPage>> {
  const read = await readManuscript(named, cwd)
  if (!read.ok) return read
  const { text, encoding, input } = read.value
  const result = importPage(text, {
    ...{ name: input.name, encoding, wordOver },
    pictures: picturesNamedBeside({ ...input, job }),
  })
  return ok({ ...read.value, input: { ...input, job }, result })
}

/** `page-1`, `page-2` → `page`; the first name when they have nothing in common. */
export function commonName(names: readonly string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--
  }
  const common = others.length === 0 ? first : first.slice(0, length).replace(/[-_.\s\d]+$/u, '')
  return common || first
}

const EMPTY: ReadonlySet<string> = new Set(['input.empty', 'intake.empty'])

const holdsCaptionsOnly = ({ result: { items } }: ReadPage): boolean =>
  items.length > 0 && items.every(({ kind }) => kind === 'photo')

/** Texts of captions alone, as agencies and photographers send them, in a folder with the text of one page. */
function captionsApart(pages: readonly ReadPage[], isFolder: boolean): readonly ReadPage[] {
  const apart = isFolder ? pages.filter(holdsCaptionsOnly) : []
  return pages.length - apart.length === 1 ? apart : []
}

const tellCaptions = ({ input: { named } }: ReadPage): Diagnostic => ({
  severity: 'warning',
  code: 'input.captions',
  message: `${named} holds captions alone; its pictures were put on the page of the other text.`,
  where: { file: named },
})

/** The manuscript with its figures showing the pictures that stand beside the texts. */
function illustrate(
  inputs: readonly InputFile[],
  manuscript: Manuscript,
  read: ReadPictures,
): { readonly manuscript: Manuscript; readonly found: FoundPictures } {
  const pageOf = new Map(
    manuscript.pages.flatMap((ids, page) => ids.map((id) => [id, page] as const)).reverse(),
  )
  const wanted = manuscript.stories.flatMap((story) =>
    figuresOf(story).map(({ id, title, caption }) => ({
      figure: id,
      title,
      caption,
      page: pageOf.get(story.id) ?? 0,
    })),
  )
  const found = findPictures(inputs, wanted, read)
  const ids = new Map([...found.pictures].map(([figure, { picture }]) => [figure, picture.id]))
  const stories = manuscript.stories.map((story) => withPictures(story, ids))
  return { manuscript: { ...manuscript, stories }, found }
}

/** A story under a 栏目 that make-up could not place stands for itself. */
function withoutLostRubrics(edition: Edition): Edition {
  const stories = Object.values(edition.stories).map((story) =>
    story.rubric !== null && !edition.rubrics[story.rubric] ? { ...story, rubric: null } : story,
  )
  return { ...edition, stories: Object.fromEntries(stories.map((story) => [story.id, story])) }
}

function place(
  { edition, plan }: NewEdition,
  fonts: FontCatalog,
  templates: readonly Template[],
  progress: NonNullable<MakeUpJob['progress']>,
): { readonly edition: Edition; readonly diagnostics: readonly Diagnostic[] } {
  const made = makeUp(edition, {
    pages: plan.map(({ page, stories }) => ({ page: page.id, stories })),
    fonts,
    cache: createComposeCache(),
    segment: wordsIn,
    templates,
    progress,
  })
  const byId = <T extends { readonly id: string }>(records: readonly T[]): Record<string, T> =>
    Object.fromEntries(records.map((record) => [record.id, record]))
  const placed: Edition = {
    ...edition,
    pages: { ...edition.pages, ...byId(made.pages) },
    frames: byId(made.frames),
    rubrics: byId(made.rubrics),
  }
  return { edition: withoutLostRubrics(placed), diagnostics: made.diagnostics }
}

/**
 * Imports the texts, one page each or all on one, and places their stories. An
 * error lists every input that cannot be used; doubts of the importer and
 * missing pictures are diagnostics of the edition.
 */
export async function importEdition(
  named: readonly string[],
  options: ImportOptions,
): Promise<Result<ImportedEdition, readonly Diagnostic[]>> {
  const step = options.onStep ?? (() => undefined)
  const catalog = openTemplates(join(resourcesFolder(), 'templates'))
  if (!catalog.ok) return err([catalog.error])
  const template = catalog.value.get(options.template)
  if (!template.ok) return err([template.error])
  const fonts = openFontCatalog(join(resourcesFolder(), 'fonts'))
  if (!fonts.ok) return err([fonts.error])

  const job = await expandFolders(named, options.cwd)
  const read = await Promise.all(job.texts.map((text) => readPage(text, options.cwd)))
  const unread = read.flatMap((page, index) =>
    page.ok ? [] : [{ error: page.error, inJob: job.texts[index]?.job != null }],
  )
  // one empty text among the others of a folder is told; nothing is lost with it
  const isPassed = ({ error, inJob }: (typeof unread)[number]): boolean =>
    inJob && EMPTY.has(error.code) && unread.length < read.length
  const failures = [...job.failures, ...unread.flatMap((one) => (isPassed(one) ? [] : [one.error]))]
  if (failures.length > 0) return err(failures)
  const pages = read.flatMap((page) => (page.ok ? [page.value] : []))
  const inputs = pages.map(({ input }) => input)
  const joined = joinJumps(pages.map(({ result }) => result))
  const imported = toStories(joined.map(manuscriptPage))
  const beside = new Map([...(await adsBeside(inputs)), ...(await foreignBeside(inputs))])
  const { manuscript, found } = illustrate(inputs, imported, beside)
  const pictures = [...found.pictures.values(), ...found.spare]
  const captions = captionsApart(pages, job.name !== null)
  const made = editionOf({
    manuscript,
    pictures: pictures.map(({ picture }) => picture),
    template: template.value,
    onePage: options.onePage || captions.length > 0,
    today: options.today,
  })

  step('Placing')
  const { edition, diagnostics } = place(
    made,
    fonts.value,
    catalog.value.templates,
    options.onPlaced ?? (() => undefined),
  )
  const fileOf = (index: number): string => inputs[index]?.named ?? ''
  const doubts = joined.flatMap(({ report }, index) =>
    report.doubts.map((doubt) => inFile(fileOf(index), doubt)),
  )
  const passed = unread.map(({ error }): Diagnostic => ({ ...error, severity: 'warning' }))
  const notes = [
    ...job.diagnostics,
    ...passed,
    ...captions.map(tellCaptions),
    ...pages.flatMap((page) => page.diagnostics),
  ]
  const media = new Map(pictures.map(({ picture, bytes }) => [picture.file, bytes]))
  return ok({
    name: job.name ?? commonName(inputs.map((input) => input.name)),
    edition,
    media,
    intake: accountPages(pages, imported.stories),
    texts: pages.map(({ input, text }) => ({ file: input.named, text })),
    report: {
      pages: joined.map(({ report }, index) => ({ file: fileOf(index), ...report })),
      pictures: found.decisions,
    },
    diagnostics: [...notes, ...doubts, ...found.diagnostics, ...diagnostics],
    pictures: (id) => Promise.resolve(media.get(edition.pictures[id]?.file ?? '') ?? null),
  })
}
