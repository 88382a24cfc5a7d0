/**
 * The story as a ProseMirror document. Three forms: a story with its headline
 * group and blocks, a picture story of one figure, and standing lines (栏目
 * titles, 责编 lines), so that every manuscript character stands in a document.
 */
import { Schema, type Node } from 'prosemirror-model'
import { isSafeId } from './values'

/** `Node.check` throws on an attribute that is refused here: files and other desks send anything. */
function blockId(value: unknown): void {
  if (typeof value !== 'string' || !isSafeId(value))
    throw new RangeError('A box or figure has no proper id')
}

function pictureOrNone(value: unknown): void {
  if (value !== null) blockId(value)
}

function oneLineAtMost(value: unknown): void {
  if (value !== 0 && value !== 1 && value !== -1)
    throw new RangeError(
      'A paragraph is set a line looser (1), a line tighter (-1) or as it falls (0)',
    )
}

const words = { content: 'text*', marks: '' } as const

export const storySchema = new Schema({
  nodes: {
    doc: {
      content:
        '(kicker? headline? deck? byline? (paragraph | subhead | readingTip | editorNote | figure | continuation)+) | line+',
    },
    text: { inline: true },

    /** 引题 */
    kicker: words,
    /** 主题 */
    headline: words,
    /** 副题 */
    deck: words,
    /** 署名 on a line of its own */
    byline: words,
    /**
     * `looseness`: lines more or fewer than fall by themselves, where the setting's limits allow it.
     * `flushRight`: its lines end at the right edge, as the 落款 of a notice does.
     */
    paragraph: {
      content: 'dateline? text*',
      marks: '',
      attrs: {
        looseness: { default: 0, validate: oneLineAtMost },
        flushRight: { default: false, validate: 'boolean' },
      },
    },
    /** 电头 with a bracketed 署名 that run in: one inline node, so that they neither leak nor stand as a block. */
    dateline: { inline: true, ...words },
    /** 小标题 */
    subhead: words,

    /** 阅读提示, 核心提示 */
    readingTip: {
      content: 'boxLabel paragraph+',
      attrs: { id: { validate: blockId } },
      isolating: true,
    },
    /** 编者按 */
    editorNote: {
      content: 'boxLabel paragraph+',
      attrs: { id: { validate: blockId } },
      isolating: true,
    },
    boxLabel: words,

    /** Picture with 图题, 图片说明 and credit. */
    figure: {
      content: 'figureTitle? caption* credit?',
      attrs: { id: { validate: blockId }, picture: { default: null, validate: pictureOrNone } },
      isolating: true,
    },
    figureTitle: words,
    caption: words,
    credit: words,

    /**
     * A jump. Its wording is the manuscript's; page numbers are resolved from
     * where the frames are. `pinned` forces the break here, otherwise it stands
     * where the composer breaks the story. Without a frame on the other side it
     * is unresolved.
     */
    continuation: {
      content: 'jumpTo? jumpFrom? jumpHeadline?',
      attrs: { pinned: { default: false, validate: 'boolean' } },
      isolating: true,
    },
    /** 下转第N版 */
    jumpTo: words,
    /** 上接第N版 */
    jumpFrom: words,
    /** The short headline repeated over the continued part. */
    jumpHeadline: words,

    line: words,
  },
})

export type StoryForm = 'story' | 'picture' | 'lines'

/** Which of the three forms a document has. */
export function storyForm(doc: Node): StoryForm {
  const first = doc.firstChild
  if (first?.type === storySchema.nodes.line) return 'lines'
  return first?.type === storySchema.nodes.figure && doc.childCount === 1 ? 'picture' : 'story'
}

/** The first child of `parent` of the named type. */
export function childOfType(parent: Node, type: string): Node | null {
  for (let i = 0; i < parent.childCount; i++) {
    const child = parent.child(i)
    if (child.type.name === type) return child
  }
  return null
}

/** Text of the first child of the named type; '' when there is none. */
export const textOf = (parent: Node, type: string): string =>
  childOfType(parent, type)?.textContent ?? ''
