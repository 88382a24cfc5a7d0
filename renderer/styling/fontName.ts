/** What a font is called: the families by their names in print, the weight as in the file's name. */
import type { Text } from '../i18n'

const FAMILIES = [
  [/^NotoSerifSC/u, 'song'],
  [/^NotoSansSC/u, 'hei'],
  [/^LXGWWenKai/u, 'kai'],
] as const

/** `NotoSerifSC-Black` as 思源宋体 Black; a font of another maker by its own name. */
export function fontName(id: string, text: Text): string {
  const [, weight = ''] = id.split('-')
  const family = FAMILIES.find(([pattern]) => pattern.test(id))?.[1]
  return family === undefined ? id : `${text.styling.families[family]} ${weight}`.trim()
}
