/** The fonts of the installation. */

export interface FontEntry {
  readonly id: string
  /** Length of the file. */
  readonly bytes: number
}

export interface FontList {
  readonly fonts: readonly FontEntry[]
  /** Where a missing character is looked for, in order. */
  readonly fallbacks: readonly string[]
}
