/**
 * Which record names which other. Steps keep every reference leading somewhere,
 * so that the composer never meets a frame without its story.
 */
import type { Node } from 'prosemirror-model'
import type { Edition } from './edition'
import { TABLES, recordsOf, type AnyRecord, type TableName } from './tables'

export interface Reference {
  readonly table: TableName
  readonly id: string
}

/**
 * Fields that hold the id, or the ids, of records of another table. A story's
 * `rubric` is none of them: it says what the manuscript puts together, and the
 * rubric's record is made only when make-up gives it a place.
 */
const FIELDS: Readonly<Record<TableName, Readonly<Record<string, TableName>>>> = {
  pages: { styleSheet: 'styleSheets', credits: 'stories' },
  frames: { page: 'pages', story: 'stories', rubric: 'rubrics' },
  rubrics: { page: 'pages', title: 'stories' },
  stories: {},
  pictures: {},
  styleSheets: {},
}

/** What the value of one field refers to. */
export function fieldReferences(
  table: TableName,
  field: string,
  value: unknown,
): readonly Reference[] {
  const target = Object.hasOwn(FIELDS[table], field) ? FIELDS[table][field] : undefined
  if (target === undefined) return []
  const ids = Array.isArray(value) ? value : [value]
  return ids.flatMap((id) => (typeof id === 'string' ? [{ table: target, id }] : []))
}

const pictureReference = (node: Node): readonly Reference[] => {
  const id: unknown = node.type.name === 'figure' ? node.attrs['picture'] : null
  return typeof id === 'string' ? [{ table: 'pictures', id }] : []
}

/** Pictures that the figures among `nodes` and inside them show. */
export function pictureReferences(nodes: Iterable<Node>): readonly Reference[] {
  const found: Reference[] = []
  for (const node of nodes) {
    found.push(...pictureReference(node))
    node.descendants((child) => {
      found.push(...pictureReference(child))
      return !child.isTextblock
    })
  }
  return found
}

export function referencesOf(table: TableName, record: AnyRecord): readonly Reference[] {
  const inFields = Object.entries(record).flatMap(([field, value]) =>
    fieldReferences(table, field, value),
  )
  return 'doc' in record ? [...inFields, ...pictureReferences([record.doc])] : inFields
}

const sources = (target: TableName): readonly TableName[] =>
  TABLES.filter(
    (table) =>
      (table === 'stories' && target === 'pictures') ||
      Object.values(FIELDS[table]).includes(target),
  )

/** The first record that names the given one, or null. */
export function referrerOf(edition: Edition, target: Reference): Reference | null {
  for (const table of sources(target.table)) {
    for (const record of recordsOf(edition, table)) {
      if (
        referencesOf(table, record).some(
          (ref) => ref.table === target.table && ref.id === target.id,
        )
      ) {
        return { table, id: record.id }
      }
    }
  }
  return null
}
