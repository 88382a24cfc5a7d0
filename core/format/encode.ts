import * as v from 'valibot'
import { checkReferences } from '../model/check'
import { framesOn, pagesOf, storiesOf, type Edition } from '../model/edition'
import { issueSentence } from '../model/issueSentence'
import { docToJson } from '../model/storyDoc'
import { recordsOf } from '../model/tables'
import { err, ok, type Result } from '../result'
import {
  FORMAT,
  MANIFEST,
  manifestSchema,
  pageFileSchema,
  pagePath,
  storyFileSchema,
  storyPath,
} from './fileSchemas'
import { FORMAT_VERSION } from './migrations'

/** Text of each file of an edition folder by its path in it; pictures are not among them. */
export type EditionTexts = ReadonlyMap<string, string>

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * The edition as files: the same edition gives the same bytes, whatever the
 * order in which its records and their fields were made. An edition that
 * `decodeEdition` would not take back is refused.
 */
export function encodeEdition(edition: Edition): Result<EditionTexts> {
  const broken = checkReferences(edition)[0]
  if (broken !== undefined) return err(broken)
  const texts = new Map<string, string>()
  for (const { path, schema, value } of filesOf(edition)) {
    const checked = v.safeParse(schema, value, { abortEarly: true })
    if (!checked.success) {
      return err({
        severity: 'error',
        code: 'format.invalid',
        message: `${path} ${issueSentence(checked.issues[0])}.`,
        where: { file: path },
      })
    }
    // The validator gives the fields back in its own order, which makes the text stable.
    texts.set(path, `${JSON.stringify(checked.output, null, 2)}\n`)
  }
  return ok(texts)
}

interface File {
  readonly path: string
  readonly schema: v.GenericSchema
  readonly value: unknown
}

function filesOf(edition: Edition): readonly File[] {
  const manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...edition.meta,
    pages: pagesOf(edition).map((page) => page.id),
    stories: storiesOf(edition).map((story) => story.id),
    pictures: byId(recordsOf(edition, 'pictures')),
    styleSheets: byId(recordsOf(edition, 'styleSheets')),
  }
  const pages = pagesOf(edition).map((page) => ({
    path: pagePath(page.id),
    schema: pageFileSchema,
    value: {
      page,
      rubrics: byId(recordsOf(edition, 'rubrics').filter((rubric) => rubric.page === page.id)),
      frames: byId(framesOn(edition, page.id)),
    },
  }))
  const stories = storiesOf(edition).map((story) => ({
    path: storyPath(story.id),
    schema: storyFileSchema,
    value: { ...story, doc: docToJson(story.doc) },
  }))
  return [{ path: MANIFEST, schema: manifestSchema, value: manifest }, ...pages, ...stories]
}
