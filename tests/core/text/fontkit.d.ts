/** The few calls the cross-checks make; the library ships no types. */
declare module 'fontkit' {
  export interface FontkitGlyph {
    readonly id: number
    readonly advanceWidth: number
    readonly path: {
      readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[]
    }
  }
  export interface FontkitFont {
    readonly unitsPerEm: number
    glyphForCodePoint(codePoint: number): FontkitGlyph
    getGlyph(id: number): FontkitGlyph
    layout(
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
    ): {
      readonly glyphs: readonly FontkitGlyph[]
      readonly positions: readonly { readonly xAdvance: number }[]
    }
  }
  export function create(bytes: Uint8Array): FontkitFont
}
