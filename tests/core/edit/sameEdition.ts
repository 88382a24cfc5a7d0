import { expect } from 'vitest'
import type { Edition } from '../../../core/model/edition'
import { recordsOf } from '../../../core/model/tables'
import type { Result } from '../../../core/result'

/** The edition as JSON, its documents with it. */
export const plain = (edition: Edition): unknown => JSON.parse(JSON.stringify(edition))

/** Same JSON, and documents equal as ProseMirror compares them. */
export function expectSameEdition(actual: Edition, expected: Edition): void {
  expect(plain(actual)).toEqual(plain(expected))
  for (const story of recordsOf(expected, 'stories')) {
    expect(actual.stories[story.id]?.doc.eq(story.doc)).toBe(true)
  }
}

export function required<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
