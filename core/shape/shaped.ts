/** What every operation on frames shares: its tools, its result, and the words of a refusal. */
import type { ComposeContext } from '../compose'
import { transact, type EditionStep } from '../edit'
import { pagesOf, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import type { Page } from '../model/page'
import { recordOf } from '../model/tables'
import type { FrameId } from '../ids'
import { err, ok, type Result } from '../result'

/** Fonts and cache of the composer: some sizes follow from the text. */
export type ShapeTools = ComposeContext

/** Steps that do what was asked; none when it stands so already. */
export type Shaped = Result<readonly EditionStep[]>

/** Makes an id that nothing has: core has no chance of its own. */
export type Fresh = () => string

export const refuse = (code: string, message: string): Result<never> =>
  err({ severity: 'error', code: `shape.${code}`, message })

/** What the composer measures with; null for an edition without pages. */
export function contextOf(edition: Edition, { fonts, cache }: ShapeTools) {
  const first = pagesOf(edition)[0]
  const sheet = first && edition.styleSheets[first.styleSheet]
  return sheet === undefined ? null : { ctx: { fonts, rules: sheet.rules }, cache }
}

type Builder = ReturnType<typeof transact>

/** Collects the steps that `change` makes. */
export function stepsOf(edition: Edition, change: (builder: Builder) => void): Shaped {
  const builder = transact(edition)
  change(builder)
  return ok(builder.done({ author: '', label: '', time: 0 }).steps)
}

export interface Placed<F extends Frame = Frame> {
  readonly frame: F
  readonly page: Page
}

/** The frames and their pages; a refusal when one is missing or locked. */
export function openFrames(edition: Edition, ids: readonly FrameId[]): Result<readonly Placed[]> {
  const placed: Placed[] = []
  for (const id of ids) {
    const frame = recordOf(edition, 'frames', id)
    const page = frame && recordOf(edition, 'pages', frame.page)
    if (frame === null || page === null) return refuse('missing', `There is no frame ${id}.`)
    if (frame.locked) {
      return refuse('locked', `The frame ${id} is locked; unlock it to change it.`)
    }
    placed.push({ frame, page })
  }
  return ok(placed)
}

/** One frame of a kind, open to change. */
export function openFrame<K extends Frame['kind']>(
  edition: Edition,
  id: FrameId,
  kind: K,
): Result<Placed<Extract<Frame, { readonly kind: K }>>> {
  const opened = openFrames(edition, [id])
  if (!opened.ok) return opened
  const { frame, page } = opened.value[0] ?? {}
  if (frame?.kind !== kind || page === undefined)
    return refuse('kind', `The frame ${id} is of another kind.`)
  return ok({ frame: frame as Extract<Frame, { readonly kind: K }>, page })
}
