/** Frames on the clipboard: a small edition in the markup, its words for other programs. */
import { decodeEdition, encodeEdition } from '../../core/format'
import { frameId, type FrameId } from '../../core/ids'
import { storiesOf, type Edition } from '../../core/model/edition'
import { recordsOf } from '../../core/model/tables'
import { besideStanding, copyFrames, pasteFrames } from '../../core/pages'
import { removeFrames } from '../../core/shape'
import { toast } from 'sonner'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'
import { carriedIn, carrying } from '../story/carried'
import { chosenOf, fresh, shape, shapeTools } from './doing'

const OWN = 'data-banxin-frames'

/** Whether what is pasted next comes to stand where it was copied, over what stands there. */
export const pastingOf = perDesk({ inPlace: false })

/** What the chosen frames put on the clipboard; null when none is chosen. */
export function chosenCopied(desk: Desk): { readonly plain: string; readonly html: string } | null {
  const copied = copyFrames(desk.session.getSnapshot().edition, chosenOf(desk), shapeTools(desk))
  const texts = copied && encodeEdition(copied)
  if (copied === null || texts?.ok !== true) return null
  const docs = storiesOf(copied).map(({ doc }) => doc)
  return {
    plain: docs.map((doc) => doc.textBetween(0, doc.content.size, '\n')).join('\n'),
    html: carrying(
      OWN,
      Object.fromEntries(texts.value),
      docs.map(({ content }) => content),
    ),
  }
}

/** The frames that a desk copied; null for markup of any other origin. */
export function framesIn(html: string): Edition | 'damaged' | null {
  const own = carriedIn(OWN, html)
  return own === null ? null : (readFrames(own) ?? 'damaged')
}

function readFrames(json: string): Edition | null {
  try {
    const texts = Object.entries(JSON.parse(json) as object)
    if (!texts.every((pair): pair is [string, string] => typeof pair[1] === 'string')) return null
    const decoded = decodeEdition(new Map(texts))
    if (!decoded.ok || decoded.value.diagnostics.some(({ code }) => code === 'frame.story'))
      return null
    return decoded.value.edition
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

/** Takes the chosen frames off the page; false when one is locked. */
export function cutChosen(desk: Desk, text: Text): boolean {
  const { edition } = desk.session.getSnapshot()
  const isCut = shape(desk, text, text.shaping.cut, removeFrames(edition, chosenOf(desk)))
  if (isCut) desk.actions.selectFrame(null)
  return isCut
}

/** Puts copied frames on the page in front, and what pictures of theirs the host finds into the edition. */
export async function pasteCopied(
  desk: Desk,
  text: Text,
  copied: Edition,
  inPlace: boolean,
): Promise<void> {
  await bringPictures(desk, text, copied)
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return
  const by = inPlace ? { columns: 0, rows: 0 } : besideStanding(edition, copied, page)
  const copies = recordsOf(copied, 'frames').map((): FrameId => frameId(`frame-${fresh()}`))
  const paste = { page: page.id, by, copies, fresh, tools: shapeTools(desk) }
  if (shape(desk, text, text.shaping.paste, pasteFrames(edition, copied, paste)))
    desk.actions.selectFrame(copies[0] ?? null, copies.slice(1))
}

/** Files that this edition has not: of another one that is or was open here. */
async function bringPictures(desk: Desk, text: Text, copied: Edition): Promise<void> {
  const { pictures } = desk.session.getSnapshot().edition
  const known = new Set(Object.values(pictures).map(({ file }) => file))
  const files = [...new Set(recordsOf(copied, 'pictures').map(({ file }) => file))]
  const strange = files.filter((file) => !known.has(file))
  if (strange.length === 0) return
  const found = await desk.host.bringPictures({ handle: desk.opened.handle, files: strange })
  if (!found.ok) return void toast.error(trouble(text, found.error))
  for (const file of found.value) desk.pictures.renew(file)
}
