/** Finds what a word means in Chinese, pinyin or initials: 输出 by 输, shuchu, sc. */

/** Whether a label reads as the letters sought. */
export type Spelling = (label: string, sought: string) => boolean

/** The dictionary of pinyin is a fifth of the window's script: it comes when something is sought. */
export async function loadSpelling(): Promise<Spelling> {
  const { match } = await import('pinyin-pro')
  return (label, sought) => match(label, sought, { continuous: true }) !== null
}

/** How well `sought` fits a label: 3 begins it, 2 within it, 1 by pinyin, 0 not at all. */
function fitOf(label: string, sought: string, spells: Spelling): 0 | 1 | 2 | 3 {
  const wanted = sought.trim().toLowerCase()
  const plain = label.toLowerCase()
  if (wanted === '' || plain.startsWith(wanted)) return 3
  if (plain.includes(wanted)) return 2
  return spells(label, wanted.replace(/\s/gu, '')) ? 1 : 0
}

/** The labelled things that fit, best first; equals in their order. */
export const search = <T extends { readonly label: string }>(
  things: readonly T[],
  sought: string,
  spells: Spelling,
): readonly T[] =>
  things
    .map((thing) => ({ thing, fit: fitOf(thing.label, sought, spells) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ thing }) => thing)
