/** What the export dialog is set to, and the order that comes of it. */
import type { ExportOrder } from '../../core/contract'

export type Form = 'press' | 'proof' | 'png'
export const FORMS: readonly Form[] = ['proof', 'press', 'png']

/** Pixels an inch that a picture of a page may have: to look at, to pass on, to print. */
export const PPIS = [96, 150, 300] as const

export interface ExportDraft {
  readonly form: Form
  /** By 版次, as typed; empty for all. */
  readonly pages: string
  readonly ppi: number
  /** Why the press gets it in spite of errors; empty for no reason. */
  readonly reason: string
}

export const NEW_DRAFT: ExportDraft = { form: 'proof', pages: '', ppi: 150, reason: '' }

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

export function orderOf({ form, pages, ppi, reason }: ExportDraft): ExportOrder {
  if (form === 'png') return { kind: 'png', pages: orNull(pages), ppi }
  const override = form === 'press' ? orNull(reason) : null
  return { kind: 'pdf', preset: form, pages: orNull(pages), override }
}

/** The press wants a reason while there are errors; everything else goes as it is. */
export const mayGo = ({ form, reason }: ExportDraft, errors: number): boolean =>
  form !== 'press' || errors === 0 || reason.trim() !== ''
