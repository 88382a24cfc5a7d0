/** Carrying out what a doubt of the intake offers: 接上 two pieces, or 拆开 what was joined. */
import type { Node } from 'prosemirror-model'
import type { SeamDoubt } from '../doubt'
import { transact, type Signature, type Transaction, type TransactionBuilder } from '../edit'
import { joinTexts } from '../intake/characters'
import { foldForCount } from '../intake/conserve'
import { storiesOf, type Edition, type LooseText, type Story } from '../model/edition'
import { storySchema } from '../model/storySchema'
import { err, ok, type Result } from '../result'

/** A paragraph of a story: its place in the document. */
interface Found {
  readonly story: Story
  readonly node: Node
  /** Position before the paragraph. */
  readonly at: number
}

/** Text without what the intake may have changed: white space, width of marks, shape of quotes. */
interface Folded {
  readonly text: string
  /** For each unit of `text` its offset in the original; one more for the end. */
  readonly offsets: readonly number[]
}

function foldText(original: string): Folded {
  let [text, at] = ['', 0]
  const offsets: number[] = []
  for (const ch of original) {
    if (!/\s/u.test(ch)) {
      const folded = foldForCount(ch)
      for (let unit = 0; unit < folded.length; unit++) offsets.push(at)
      text += folded
    }
    at += ch.length
  }
  return { text, offsets: [...offsets, original.length] }
}

const plain = (words: string): string => foldText(words).text

function paragraphsOf(edition: Edition): readonly Found[] {
  return storiesOf(edition).flatMap((story) => {
    const found: Found[] = []
    story.doc.descendants((node, at) => {
      if (node.type.name === 'paragraph') found.push({ story, node, at })
      return node.isBlock && !node.isTextblock
    })
    return found
  })
}

const refuse = (message: string): Result<never> =>
  err({ severity: 'error', code: 'doubt.changed', message })

const GONE = 'The text at this place has changed since the import; settle it by hand in the story.'
const SEVERAL = 'These words stand at more than one place now; settle it by hand in the story.'

function only<T>(found: readonly T[]): Result<T> {
  const [first, second] = found
  if (first === undefined) return refuse(GONE)
  return second === undefined ? ok(first) : refuse(SEVERAL)
}

/** Position in the document of an offset in a paragraph's text; null inside a dateline, where nothing may be cut. */
function positionOf({ node, at }: Found, offset: number): number | null {
  let [left, position] = [offset, at + 1]
  for (const child of node.children) {
    const length = child.textContent.length
    if (left < length || (left === length && child.isText))
      return child.isText ? position + left : left === 0 ? position : null
    left -= length
    position += child.nodeSize
  }
  return left === 0 ? position : null
}

const withoutLoose = (loose: readonly LooseText[], text: string): readonly LooseText[] | null => {
  const index = loose.findIndex((one) => plain(one.text) === plain(text))
  return index < 0 ? null : loose.filter((_, i) => i !== index)
}

function split(builder: TransactionBuilder, doubt: SeamDoubt): Result<TransactionBuilder> {
  const [left, right] = doubt.pieces.map(({ words }) => plain(words)) as [string, string]
  const found = only(
    paragraphsOf(builder.edition).flatMap((paragraph) => {
      const folded = foldText(paragraph.node.textContent)
      const at = folded.text.indexOf(left + right)
      if (at < 0) return []
      const place = positionOf(paragraph, folded.offsets[at + left.length] as number)
      return place === null ? [] : [{ story: paragraph.story, place }]
    }),
  )
  if (!found.ok) return found
  const { story, place } = found.value
  const aside = doubt.setAside
  const rest = aside ? withoutLoose(story.unplaced, aside.right + aside.left) : null
  const [before, after] = rest && aside ? [aside.left, aside.right] : ['', '']
  builder.text(story.id, (transform) => {
    transform.split(place)
    if (after !== '') transform.insert(place + 2, storySchema.text(after))
    if (before !== '') transform.insert(place, storySchema.text(before))
  })
  if (rest) builder.patch('stories', story.id, { unplaced: rest })
  return ok(builder)
}

const endsWith =
  (words: string) =>
  ({ node }: Found) =>
    plain(node.textContent).endsWith(words)
const beginsWith =
  (words: string) =>
  ({ node }: Found) =>
    plain(node.textContent).startsWith(words)

/** Takes the right piece out of where it stands: a paragraph, or the texts without a place. */
function takeRight(
  builder: TransactionBuilder,
  words: string,
): Result<{ readonly text: string; readonly remove: () => void }> {
  const loose = storiesOf(builder.edition).flatMap((story) =>
    story.unplaced
      .filter(({ text }) => plain(text).startsWith(words))
      .map(({ text }) => ({ story, text })),
  )
  const [waiting] = loose
  if (waiting && loose.length === 1) {
    const { story, text } = waiting
    const unplaced = withoutLoose(story.unplaced, text) ?? story.unplaced
    return ok({ text, remove: () => builder.patch('stories', story.id, { unplaced }) })
  }
  const paragraph = only(paragraphsOf(builder.edition).filter(beginsWith(words)))
  if (!paragraph.ok) return paragraph
  const { story, node, at } = paragraph.value
  const parent = story.doc.resolve(at).parent
  const isOnly = parent.children.filter((child) => child.type.name === 'paragraph').length === 1
  const remove = (): void => {
    builder.text(story.id, (transform) => {
      if (isOnly) transform.delete(at + 1, at + 1 + node.content.size)
      else transform.delete(at, at + node.nodeSize)
    })
  }
  return ok({ text: node.textContent, remove })
}

function join(builder: TransactionBuilder, doubt: SeamDoubt): Result<TransactionBuilder> {
  const [left, right] = doubt.pieces.map(({ words }) => plain(words)) as [string, string]
  const before = only(paragraphsOf(builder.edition).filter(endsWith(left)))
  if (!before.ok) return before
  const taken = takeRight(builder, right)
  if (!taken.ok) return taken
  taken.value.remove()
  const again = only(paragraphsOf(builder.edition).filter(endsWith(left)))
  if (!again.ok) return again
  const { story, node, at } = again.value
  const own = node.textContent
  const added = joinTexts([own, taken.value.text]).slice(own.length)
  return ok(
    builder.text(story.id, (transform) => {
      transform.insert(at + 1 + node.content.size, storySchema.text(added))
    }),
  )
}

/**
 * The change that does what the doubt offers, for the session to apply; undo takes it back. Refused with
 * `doubt.changed` when the words at the seam are no longer there, or stand at several places.
 */
export function settleDoubt(
  edition: Edition,
  doubt: SeamDoubt,
  signature: Signature,
): Result<Transaction> {
  const builder = transact(edition)
  const settled = doubt.action === 'join' ? join(builder, doubt) : split(builder, doubt)
  return settled.ok ? ok(builder.done(signature)) : settled
}
