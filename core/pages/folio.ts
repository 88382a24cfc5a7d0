/** The 版次 after one: 07 → 08; what ends in no digit stays and is the editor's to change. */
export const nextFolio = (folio: string): string =>
  folio.replace(/\d+$/u, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
