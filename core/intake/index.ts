import { assemble } from './assemble'
import { scrapsOf } from './scraps'
import { countCharacters } from './conserve'
import { groupPage } from './group'
import { makeNotes, type Notes } from './notes'
import { shareRubrics } from './rubrics'
import { joinLatinLines } from './latinLines'
import { INDENTED_SHARE, splitLines, type Line } from './lines'
import { unwrapLines } from './unwrap'
import { readRoles } from './roles'
import { wordsOfPage, type WordOver } from './evidence'
import type { IntakeResult } from './types'

export { decodeManuscript } from './decode'
export { joinJumps } from './jumps'
export { textsOfItem, unplacedOfItem, foldForCount } from './conserve'
export type * from './types'

const LONG_LINE = 40

/** Does the page indent its paragraphs? Then a paragraph without indent is the rest of another. */
const indentsParagraphs = (lines: readonly Line[]): boolean => {
  const long = lines.filter((line) => line.width >= LONG_LINE)
  return (
    long.length > 0 &&
    long.filter((line) => line.indent >= 1).length >= long.length * INDENTED_SHARE
  )
}

const spacesParagraphs = (lines: readonly Line[]): boolean =>
  lines.filter((line) => line.gap > 0).length > lines.length * 0.6

function tellLostCharacters(lines: readonly Line[], notes: Notes): void {
  for (const { no, text } of lines)
    if (text.includes('\ufffd'))
      notes.doubt(
        'replacement',
        no,
        `Line ${no} holds “\ufffd”: a character was lost before the text came here; retype it from the page.`,
      )
}

/**
 * Raw text of one newspaper page to stories, pictures and furniture in page order.
 * Lines → unwrap → classify → group → mend → assemble; every join and every choice that could be read otherwise is
 * in the report with its lines, reason and confidence. No character is lost: see `characters`.
 * Time is linear in the text. Never fails: what cannot be placed stands in `unplaced`.
 */
export const importPage = (
  text: string,
  source: {
    readonly name: string
    readonly encoding?: string
    /** With a dictionary, seams in the middle of a rare word are seen too. */
    readonly wordOver?: WordOver
    /** Names of the picture files of the job, without their endings. */
    readonly pictures?: readonly string[]
  },
): IntakeResult => {
  const notes = makeNotes()
  const { lines: rows, total, removed } = splitLines(text)
  const lines = joinLatinLines(unwrapLines(rows, notes), notes)
  const words = wordsOfPage(
    lines.map((line) => line.text),
    source.wordOver,
  )
  const scraps = scrapsOf(lines)
  const drafts = groupPage(scraps, readRoles(scraps, words, source.pictures), notes)
  shareRubrics(drafts, notes)
  const items = assemble(drafts, {
    words,
    indented: indentsParagraphs(lines),
    spaced: spacesParagraphs(lines),
    notes,
  })
  tellLostCharacters(lines, notes)
  return {
    name: source.name,
    items,
    report: {
      ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
      lines: total,
      decisions: notes.decisions,
      doubts: notes.doubts,
    },
    characters: countCharacters(text, items, removed),
  }
}
