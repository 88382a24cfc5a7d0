import { describe, expect, it } from 'vitest'
import { caretOf, hitLines } from '../../../core/display/hitTest'
import { storyId } from '../../../core/ids'
import { textAtCaret } from '../../../renderer/desk/textAtCaret'
import { storyFrame } from '../../build/editionBuilder'
import { doc, headline, p } from '../../build/storyBuilder'
import { compose, editionOf } from '../../build/storyPages'

describe('what the caret stands in', () => {
  const document = doc(headline(), p('水渠先通。'.repeat(40)))
  const edition = editionOf(document, [storyFrame('f', 's', [0, 0, 1, 8], { head: null })])
  const display = compose(edition)
  const lines = display.pages.flatMap((page) => [...hitLines(page).values()])
  const at = (head: number) => {
    const place = { story: storyId('s'), pos: head, after: true }
    const selection = { story: place.story, anchor: head, head, after: true, goal: null }
    return textAtCaret(edition, display, selection, caretOf(lines, place))
  }

  it.each([
    ['an empty headline, not the line that its caret borrows', 1, 'headline', false, false],
    ['the line of the text', 5, 'body', true, false],
    ['the paragraph of overset text', document.content.size - 3, 'body', false, true],
  ])('is %s', (_, head, role, hasLine, isOverset) => {
    const found = at(head)
    expect(found).toMatchObject({ role, isOverset })
    expect(found?.line !== null).toBe(hasLine)
  })
})
