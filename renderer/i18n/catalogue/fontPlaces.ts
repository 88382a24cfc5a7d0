/** Where a font is named, in words. */
import type { Part } from './troubles'
import { styling } from './styling'

const STYLES: Readonly<Record<string, readonly [zh: string, en: string]>> = styling.styling.names

const list = (names: string): readonly string[] => names.split(' ').filter(Boolean)

/** Empty where it is not told. */
export function fontPlacesZh(part: Part): string {
  const styles = list(part('styles')).map((name) => STYLES[name]?.[0] ?? name)
  const heads = list(part('heads')).map((folio) => `第 ${folio} 版的报眉`)
  const places = [...styles, ...heads].join('、')
  return places === '' ? '' : `（用在${places}）`
}

export function fontPlacesEn(part: Part): string {
  const styles = list(part('styles')).map((name) => STYLES[name]?.[1] ?? name)
  const heads = list(part('heads')).map((folio) => `head of page ${folio}`)
  const places = [...styles, ...heads].join(', ')
  return places === '' ? '' : ` (used in ${places})`
}
