/** Shapes the page: applies what core/shape found out as one undo entry, or says why not. */
import { toast } from 'sonner'
import { mmFromPt, type Pt } from '../../core/units'
import type { Shaped, ShapeTools } from '../../core/shape'
import type { FrameId } from '../../core/ids'
import type { Diagnostic } from '../../core/result'
import type { Desk } from '../desk/context'
import { chosenFrames } from '../desk/store'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'

export const shapeTools = ({ composer: { fonts, cache } }: Desk): ShapeTools => ({ fonts, cache })

/** A name for a new record. */
export const fresh = (): string => crypto.randomUUID().slice(0, 13)

export const chosenOf = (desk: Desk): readonly FrameId[] => chosenFrames(desk.store.get())

/** Why a change was refused, in the window's language. */
export function refusalWords(error: Diagnostic, text: Text): string {
  const { refusals, lockedHint } = text.shaping
  const words: Readonly<Record<string, string>> = {
    'shape.locked': lockedHint,
    'shape.columns': refusals.columns,
    'shape.head': refusals.head,
    'shape.headColumns': refusals.headColumns,
    'shape.headDepth': refusals.headDepth,
    'shape.lines': refusals.lines,
    'shape.twice': refusals.twice,
  }
  return words[error.code] ?? trouble(text, error)
}

/** True when something changed. Changes of one `group` that follow each other are one undo entry. */
export function shape(
  desk: Desk,
  text: Text,
  label: string,
  shaped: Shaped,
  group?: string,
): boolean {
  if (!shaped.ok) {
    const words = refusalWords(shaped.error, text)
    // a key that is held is refused often, and told of once
    toast.error(words, { id: words })
    return false
  }
  return shaped.value.length > 0 && desk.actions.change({ label, steps: shaped.value }, group)
}

export const millimetres = (points: number): string => mmFromPt(points as Pt).toFixed(1)
