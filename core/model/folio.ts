/** 版次 of pages that are added. */

/** The 版次 after one: 07 → 08, A06 → A07; what ends in no digit stays and is the editor's to change. */
export const nextFolio = (folio: string): string =>
  folio.replace(/\d+$/u, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))

/** The first free 版次 after the last; after 头版 comes 头版2. */
export function newFolio(pages: readonly { readonly folio: string }[]): string {
  const taken = new Set(pages.map(({ folio }) => folio))
  const last = pages.at(-1)?.folio ?? '00'
  let folio = /\d$/u.test(last) ? nextFolio(last) : `${last}2`
  while (taken.has(folio)) folio = nextFolio(folio)
  return folio
}
