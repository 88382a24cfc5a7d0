/** The shape of each file of an edition folder, format 1. */
import * as v from 'valibot'
import {
  frameSchema,
  issue,
  pageSchema,
  pictureSchema,
  rubricSchema,
  storyFields,
  styleSheetSchema,
} from '../model/recordSchemas'
import { aPageId, aStoryId, isoDate, text } from '../model/values'

export const FORMAT = 'banxin-edition'
export const MANIFEST = 'edition.json'
export const pagePath = (id: string): string => `pages/${id}.json`
export const storyPath = (id: string): string => `stories/${id}.json`

/** What tells a version whether it can read the rest. */
export const headSchema = v.looseObject(
  {
    format: v.literal(FORMAT, `"${FORMAT}"`),
    formatVersion: v.pipe(
      v.number('a whole number'),
      v.integer('a whole number'),
      v.minValue(1, 'a whole number from 1'),
    ),
  },
  'an object',
)

export const manifestSchema = v.strictObject(
  {
    format: v.literal(FORMAT),
    formatVersion: v.number(),
    publication: text,
    date: isoDate,
    issue,
    /** Ids, in the order of the pages and of the manuscript; each has a file of its own. */
    pages: v.array(aPageId, 'a list'),
    stories: v.array(aStoryId, 'a list'),
    pictures: v.array(pictureSchema, 'a list'),
    styleSheets: v.array(styleSheetSchema, 'a list'),
  },
  'an object',
)

export const pageFileSchema = v.strictObject(
  {
    page: pageSchema,
    rubrics: v.array(rubricSchema, 'a list'),
    frames: v.array(frameSchema, 'a list'),
  },
  'an object',
)

export const storyFileSchema = v.strictObject({ ...storyFields, doc: v.unknown() }, 'an object')
