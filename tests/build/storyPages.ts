/** One story on a plain page, composed: what the composer's properties are held against. */
import type { Node } from 'prosemirror-model'
import { composeEdition, createComposeCache, type EditionDisplay } from '../../core/compose'
import type { LineRecord, PageDisplay, TextRun } from '../../core/display/displayList'
import { emptyEdition, type Edition } from '../../core/model/edition'
import type { StoryFrame } from '../../core/model/frame'
import { withRecord } from '../../core/model/tables'
import { page, plainStyleSheet, story } from './editionBuilder'
import { fakeFonts } from './fakeFont'

export const fonts = fakeFonts()

/** An edition of one story `s` in these frames, on as many pages as they name. */
export function editionOf(document: Node, frames: readonly StoryFrame[]): Edition {
  let edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', plainStyleSheet())
  edition = withRecord(edition, 'stories', story('s', document))
  const pages = [...new Set(frames.map((frame) => frame.page))].sort()
  pages.forEach((id, i) => {
    edition = withRecord(
      edition,
      'pages',
      page(id, { order: i, folio: String(i + 1).padStart(2, '0') }),
    )
  })
  for (const frame of frames) edition = withRecord(edition, 'frames', frame)
  return edition
}

export const compose = (edition: Edition): EditionDisplay =>
  composeEdition(edition, { fonts, cache: createComposeCache() })

export const textRuns = (display: PageDisplay): readonly TextRun[] =>
  display.items.filter((item): item is TextRun => item.kind === 'text')

/** The text of a composed line. */
export const lineText = (display: PageDisplay, line: LineRecord): string =>
  textRuns(display)
    .filter((run) => run.line === line)
    .flatMap((run) => run.texts)
    .join('')

/** Lines of the running text: body and 小标题, page by page as composed. */
export const flowLines = (display: EditionDisplay): readonly LineRecord[] =>
  display.pages.flatMap((shown) =>
    shown.lines.filter((line) => line.role === 'body' || line.role === 'subhead'),
  )
