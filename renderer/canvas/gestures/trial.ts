/** A drag that recomposes the page as it goes, and is one undo entry when it is let go. */
import { applySteps } from '../../../core/edit'
import type { FrameId } from '../../../core/ids'
import type { Shaped } from '../../../core/shape'
import { chipOf } from '../../shape/chip'
import { refusalWords, shape } from '../../shape/doing'
import type { Drag, Glass, Spot } from './gesture'
import { NO_GHOST, type Ghost } from './ghost'

/** What the pointer means where it is. */
export interface Plan {
  /** Equal keys mean equal steps: nothing is composed again. */
  readonly key: string
  readonly label: string
  readonly steps: () => Shaped
  /** The frame the slip at the pointer speaks of, and frames to choose at the end. */
  readonly frame: FrameId | null
  /** The box of the frame it speaks of instead. */
  readonly inset?: string
  readonly choose?: readonly FrameId[]
  readonly ghost?: Partial<Ghost>
}

export function trialDrag(glass: Glass, planAt: (spot: Spot) => Plan): Drag {
  const { desk, text } = glass
  let key = ''
  let tried: { readonly plan: Plan; readonly shaped: Shaped } | null = null
  const end = (): void => {
    desk.ghost.set(NO_GHOST)
    desk.store.set({ trial: null })
  }
  return {
    cursor: 'frame',
    move(spot) {
      const plan = planAt(spot)
      if (plan.key !== key || tried === null) {
        key = plan.key
        const shaped = plan.steps()
        tried = { plan, shaped }
        const { edition } = desk.session.getSnapshot()
        const next = shaped.ok ? applySteps(edition, shaped.value) : shaped
        desk.store.set({ trial: next.ok ? next.value : null })
      }
      const note = tried.shaped.ok ? null : refusalWords(tried.shaped.error, text)
      const chip = chipOf(desk, text, plan, spot, note)
      desk.ghost.set({ ...NO_GHOST, ...plan.ghost, chip })
    },
    drop() {
      if (tried !== null) {
        const { plan, shaped } = tried
        const done = shape(desk, text, plan.label, shaped)
        const [first, ...others] = plan.choose ?? []
        if (done && first !== undefined) desk.actions.selectFrame(first, others)
      }
      end()
    },
    cancel: end,
  }
}
