import * as v from 'valibot'
import { checkEdition, checkReferences } from '../model/check'
import type { Edition, Story } from '../model/edition'
import type { Frame, Rubric } from '../model/frame'
import { issueSentence } from '../model/issueSentence'
import type { Page } from '../model/page'
import { docFromJson } from '../model/storyDoc'
import { err, ok, type Diagnostic, type Result } from '../result'
import type { EditionTexts } from './encode'
import {
  MANIFEST,
  headSchema,
  manifestSchema,
  pageFileSchema,
  pagePath,
  storyFileSchema,
  storyPath,
} from './fileSchemas'
import { FORMAT_VERSION, migrate, type JsonFiles } from './migrations'

export interface DecodedEdition {
  readonly edition: Edition
  /** Files nobody asked for, and what `checkEdition` found: the edition opens all the same. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Leaves a function that reads several files at the first that fails; never leaves this module. */
class Refusal extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message)
  }
}

const refuse = (code: string, file: string, message: string): never => {
  throw new Refusal({ severity: 'error', code: `format.${code}`, message, where: { file } })
}

/**
 * The edition in the texts of a folder's files. Every value is checked; what is
 * not as the format says is refused in one sentence that names file and field.
 */
export function decodeEdition(texts: EditionTexts): Result<DecodedEdition> {
  try {
    return ok(read(texts))
  } catch (error) {
    if (error instanceof Refusal) return err(error.diagnostic)
    throw error
  }
}

function read(texts: EditionTexts): DecodedEdition {
  const parsed = new Map([...texts].map(([path, text]) => [path, parse(text)] as const))
  const version = versionOf(required(parsed, MANIFEST, 'is missing, so this is not an edition'))
  const values = new Map(
    [...parsed].flatMap(([path, { value, broken }]) =>
      broken === null ? [[path, value] as const] : [],
    ),
  )
  const files = migrate(values, version)
  const manifest = shaped(manifestSchema, MANIFEST, files.get(MANIFEST))
  for (const [list, ids] of [
    ['pages', manifest.pages],
    ['stories', manifest.stories],
  ] as const) {
    for (const id of repeated(ids))
      refuse('twice', MANIFEST, `${MANIFEST} names ${id} twice among its ${list}.`)
  }
  const source: Source = { parsed, files }
  const pages = manifest.pages.map((id) => pageFile(source, id))
  const stories = manifest.stories.map((id) => storyFile(source, id))
  const edition: Edition = {
    meta: { publication: manifest.publication, date: manifest.date, issue: manifest.issue },
    pages: table(
      MANIFEST,
      'page',
      pages.map((file) => file.page),
    ),
    frames: table(
      'pages',
      'frame',
      pages.flatMap((file) => file.frames),
    ),
    rubrics: table(
      'pages',
      'rubric',
      pages.flatMap((file) => file.rubrics),
    ),
    stories: table(MANIFEST, 'story', stories),
    pictures: table(MANIFEST, 'picture', manifest.pictures),
    styleSheets: table(MANIFEST, 'style sheet', manifest.styleSheets),
  }
  const broken = checkReferences(edition)[0]
  if (broken !== undefined) throw new Refusal(broken)
  const listed = new Set([
    MANIFEST,
    ...manifest.pages.map(pagePath),
    ...manifest.stories.map(storyPath),
  ])
  return { edition, diagnostics: [...strays(texts, listed), ...checkEdition(edition)] }
}

interface Parsed {
  readonly value: unknown
  /** Line at which the text stops being JSON; 0 when it cannot be told. */
  readonly broken: number | null
}

interface Source {
  readonly parsed: ReadonlyMap<string, Parsed>
  readonly files: JsonFiles
}

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown, broken: null }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    const position = /position (\d+)/.exec(error.message)?.[1]
    return {
      value: null,
      broken: position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length,
    }
  }
}

function required(parsed: ReadonlyMap<string, Parsed>, path: string, missing: string): unknown {
  const file = parsed.get(path)
  if (file === undefined) return refuse('missing', path, `${path} ${missing}.`)
  if (file.broken === null) return file.value
  const line = file.broken === 0 ? '' : ` (line ${file.broken})`
  return refuse('broken', path, `${path} is damaged: it is not complete JSON${line}.`)
}

function versionOf(manifest: unknown): number {
  const { formatVersion } = shaped(headSchema, MANIFEST, manifest)
  if (formatVersion > FORMAT_VERSION) {
    refuse(
      'newer',
      MANIFEST,
      `The edition was written by a newer Banxin (format ${formatVersion}; this one reads up to ${FORMAT_VERSION}). Update Banxin to open it.`,
    )
  }
  return formatVersion
}

function shaped<T extends v.GenericSchema>(
  schema: T,
  path: string,
  value: unknown,
): v.InferOutput<T> {
  const result = v.safeParse(schema, value, { abortEarly: true })
  return result.success
    ? result.output
    : refuse('invalid', path, `${path} ${issueSentence(result.issues[0])}.`)
}

/** A listed file's value in the newest format. */
function listed(source: Source, path: string): unknown {
  required(source.parsed, path, `is missing, though ${MANIFEST} names it`)
  return source.files.get(path)
}

interface PageFile {
  readonly page: Page
  readonly rubrics: readonly Rubric[]
  readonly frames: readonly Frame[]
}

function pageFile(source: Source, id: string): PageFile {
  const path = pagePath(id)
  const file = shaped(pageFileSchema, path, listed(source, path))
  if (file.page.id !== id) refuse('id', path, `${path} holds the page ${file.page.id}, not ${id}.`)
  for (const { id: member, page } of [...file.frames, ...file.rubrics]) {
    if (page !== id)
      refuse('id', path, `${path} holds ${member}, which stands on the page ${page}.`)
  }
  return file
}

function storyFile(source: Source, id: string): Story {
  const path = storyPath(id)
  const { doc, ...fields } = shaped(storyFileSchema, path, listed(source, path))
  if (fields.id !== id) refuse('id', path, `${path} holds the story ${fields.id}, not ${id}.`)
  const read = docFromJson(doc)
  return read.ok
    ? { ...fields, doc: read.value }
    : refuse('document', path, `${path} has a text that is not a story: ${read.error}.`)
}

function table<T extends { readonly id: string }>(
  file: string,
  name: string,
  records: readonly T[],
): Record<T['id'], T> {
  for (const id of repeated(records.map((record) => record.id))) {
    refuse('twice', file, `The edition has two records for the ${name} ${id}.`)
  }
  return Object.fromEntries(records.map((record) => [record.id, record])) as Record<T['id'], T>
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter((id) => {
    const again = seen.has(id)
    seen.add(id)
    return again
  })
}

function strays(texts: EditionTexts, listedPaths: ReadonlySet<string>): readonly Diagnostic[] {
  return [...texts.keys()]
    .filter((path) => !listedPaths.has(path))
    .map((path) => ({
      severity: 'warning',
      code: 'format.stray',
      message: `${path} belongs to no part of the edition and was not read.`,
      where: { file: path },
    }))
}
