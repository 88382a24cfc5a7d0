/** The edition as six tables of records, for code that treats every record alike. */
import type { Edition, EditionMeta, Picture, Story } from './edition'
import type { Frame, Rubric } from './frame'
import type { Page } from './page'
import type { StyleSheet } from './styleSheet'

export interface Tables {
  readonly pages: Page
  readonly frames: Frame
  readonly rubrics: Rubric
  readonly stories: Story
  readonly pictures: Picture
  readonly styleSheets: StyleSheet
}

export type TableName = keyof Tables
export type AnyRecord = Tables[TableName]

/** In the order in which a record may be made: each refers only to tables before it. */
export const TABLES: readonly TableName[] = [
  'styleSheets',
  'pictures',
  'stories',
  'pages',
  'rubrics',
  'frames',
]

/** What a record of the table is called in a sentence. */
export const RECORD_NAMES: Readonly<Record<TableName, string>> = {
  pages: 'page',
  frames: 'frame',
  rubrics: 'rubric',
  stories: 'story',
  pictures: 'picture',
  styleSheets: 'style sheet',
}

type TableOf<T extends TableName> = Readonly<Record<string, Tables[T]>>

/** The record, or null; safe for any string, `constructor` too. */
export function recordOf<T extends TableName>(
  edition: Edition,
  table: T,
  id: string,
): Tables[T] | null {
  const records = edition[table] as TableOf<T>
  return Object.hasOwn(records, id) ? (records[id] ?? null) : null
}

export function recordsOf<T extends TableName>(edition: Edition, table: T): readonly Tables[T][] {
  return Object.values(edition[table] as TableOf<T>)
}

/** The edition with the record put in place of the one with its id. */
export const withRecord = <T extends TableName>(
  edition: Edition,
  table: T,
  record: Tables[T],
): Edition => ({
  ...edition,
  [table]: { ...edition[table], [record.id]: record },
})

export function withoutRecord(edition: Edition, table: TableName, id: string): Edition {
  const records = Object.entries(edition[table]).filter(([key]) => key !== id)
  return { ...edition, [table]: Object.fromEntries(records) }
}

export const withMeta = (edition: Edition, meta: EditionMeta): Edition => ({ ...edition, meta })
