/** What a trial of a story in columns tells beside its depth. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { taskFor } from '../../../core/makeup/pageTask'
import { tryStory } from '../../../core/makeup/trial'
import { pt } from '../../../core/units'
import { doc, headline, p } from '../../build/storyBuilder'
import { editionWith, fonts, inPairs } from './page'

/** Paragraphs set to lines of 16, each of so many characters, a number that cannot turn, and a last one. */
function brokenWith(characters: number): number | undefined {
  const texts = Array.from({ length: 4 }, () => p(`${'雾'.repeat(characters)}1234567890123雾。`))
  const edition = editionWith({ s1: doc(headline('渡口夜里加两班船'), ...texts) })
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const { task } = taskFor(state, job, pageId('p1'), [storyId('s1')], new Set())
  const text = { columns: 1, measure: 16, gutter: 0, cost: 0 }
  const story = edition.stories[storyId('s1')]
  if (story === undefined) throw new Error('The story is missing')
  const shape = { columns: 1, text, padding: pt(0), insets: [], head: null }
  return tryStory(task, story, shape)?.broken
}

describe('a trial', () => {
  it('counts paragraphs that end in a single character whatever is done', () => {
    expect([6, 7, 9].map(brokenWith)).toEqual([0, 4, 0])
  })
})
