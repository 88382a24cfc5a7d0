import type { Scrap } from './classify'

/** How a page sets its lines, read from all of them. */
export interface Habits {
  /** Paragraphs are indented. */
  readonly indents: boolean
  /** Headings stand flush on a page whose paragraphs are indented. */
  readonly flushHeads: boolean
}

const LONG = 40

const share = (scraps: readonly Scrap[]): number =>
  scraps.length === 0 ? 0 : scraps.filter(({ indent }) => indent >= 1).length / scraps.length

export const habitsOf = (scraps: readonly Scrap[]): Habits => {
  const indents =
    share(scraps.filter(({ kind, width }) => kind === 'text' && width >= LONG)) >= 0.35
  const heads = scraps.filter(({ kind }) => kind === 'heading')
  return { indents, flushHeads: indents && share(heads) <= 0.6 }
}
