/** A page of stories, composed and held against the checks. */
import type { Node } from 'prosemirror-model'
import { composeEdition, createComposeCache, type EditionDisplay } from '../../../core/compose'
import { emptyEdition, type Edition } from '../../../core/model/edition'
import type { Frame } from '../../../core/model/frame'
import { withRecord } from '../../../core/model/tables'
import { preflight, type Finding } from '../../../core/preflight'
import { page, plainStyleSheet, story } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { caption, doc, figure, headline, p } from '../../build/storyBuilder'

const SENTENCE = '清早的渡口只有两条船撑船人把缆绳解开雾还没有散岸上等船的人已经排到坡顶。'
export const paragraphs = (count: number): readonly Node[] =>
  Array.from({ length: count }, () => p(SENTENCE.repeat(3)))
export const WIDE = '河湾三十里水渠修进新稻田两岸人家今天开闸放水'
export const text = (count: number, words = WIDE, more: readonly Node[] = []): Node =>
  doc(headline(words), ...more, ...paragraphs(count))
export const photo = (): Node => doc(figure('fig', null, caption('渡口。')))

/** One page of frames, each with a document of its own story. */
export function pageOf(parts: readonly (readonly [Frame, Node | null])[]): {
  readonly edition: Edition
  readonly display: EditionDisplay
} {
  let edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', plainStyleSheet())
  edition = withRecord(edition, 'pages', page('p1'))
  for (const [frame, document] of parts) {
    if (document !== null && frame.kind !== 'rule')
      edition = withRecord(edition, 'stories', story(frame.story, document))
    edition = withRecord(edition, 'frames', frame)
  }
  return {
    edition,
    display: composeEdition(edition, { fonts: fakeFonts(), cache: createComposeCache() }),
  }
}

export const faultsOf = (parts: readonly (readonly [Frame, Node | null])[]): readonly Finding[] => {
  const { edition, display } = pageOf(parts)
  return preflight(edition, display)
}

export const codesOf = (parts: readonly (readonly [Frame, Node | null])[]): readonly string[] =>
  faultsOf(parts).map(({ code }) => code)
