/** What the export dialog is set to, and the order that comes of it. */
import type { ExportOrder } from '../../core/contract'
import type { MarkKind } from '../../core/display/marks'

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
  /** A PDF a page, called as `names` says, rather than one file. */
  readonly each: boolean
  readonly names: string
  readonly checksums: boolean
  /** Id of the preflight profile; null for the default. */
  readonly profile: string | null
  /** Marks that a press PDF is to have; none for what the press has anyway. */
  readonly marks: readonly MarkKind[]
}

export const NEW_DRAFT: ExportDraft = {
  ...{ form: 'proof', pages: '', ppi: 150, reason: '', each: false },
  names: '{publication}-{date}-{page}',
  ...{ checksums: false, profile: null, marks: [] },
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

export function orderOf(draft: ExportDraft): ExportOrder {
  const { form, ppi, profile, checksums } = draft
  const pages = orNull(draft.pages)
  if (form === 'png') return { kind: 'png', pages, ppi }
  const isPress = form === 'press'
  return {
    ...{ kind: 'pdf', preset: form, pages, checksums },
    override: isPress ? orNull(draft.reason) : null,
    profile: isPress ? profile : null,
    marks: isPress && draft.marks.length > 0 ? draft.marks : null,
    names: draft.each ? draft.names.trim() : null,
  }
}

/** What a name may not hold on one system or another, its words in braces left out. */
const UNFIT = /[\p{Cc}/\\:*?"<>|{}]/u

/** Whether files a page can be called so: each by its page, by words that there are. */
export const isName = (typed: string): boolean => {
  const bare = typed.trim().replace(/\{(?:page|date|publication|edition)\}/gu, '')
  return typed.includes('{page}') && !UNFIT.test(bare) && !/^[. ]/u.test(typed)
}

/** The press wants a reason while there are errors, and files a page want a name. */
export const mayGo = ({ form, reason, each, names }: ExportDraft, errors: number): boolean =>
  (form !== 'press' || errors === 0 || reason.trim() !== '') &&
  (form === 'png' || !each || isName(names))
