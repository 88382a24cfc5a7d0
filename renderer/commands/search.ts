/** Finds what a word means in Chinese, pinyin or initials: 输出 by 输, shuchu, sc. */
import { match } from 'pinyin-pro'

/** How well `sought` fits a label: 3 begins it, 2 within it, 1 by pinyin, 0 not at all. */
export function fitOf(label: string, sought: string): 0 | 1 | 2 | 3 {
  const wanted = sought.trim().toLowerCase()
  const plain = label.toLowerCase()
  if (wanted === '' || plain.startsWith(wanted)) return 3
  if (plain.includes(wanted)) return 2
  return match(label, wanted.replace(/\s/gu, ''), { continuous: true }) === null ? 0 : 1
}

/** The labelled things that fit, best first; equals in their order. */
export const search = <T extends { readonly label: string }>(
  things: readonly T[],
  sought: string,
): readonly T[] =>
  things
    .map((thing) => ({ thing, fit: fitOf(thing.label, sought) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ thing }) => thing)
