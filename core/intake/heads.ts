import { endOfRun, isOwnSubhead, opensStory, photoBelow, skipBox, skipFurniture } from './lookahead'
import { isAside } from './pieces'
import type { Scrap } from './classify'

/** A row of headings with the body below it, up to the next. */
export interface Head {
  /** Index of its first scrap. */
  readonly at: number
  readonly run: readonly Scrap[]
  /** The text that stands under it; captions and boxes are not. */
  readonly texts: readonly Scrap[]
  /** A 署名, a 电头 or a jump line below says that a story begins. */
  readonly opens: boolean
  /** Its body ends with a signature or a jump line. */
  readonly ended: boolean
  /** That signature stands in its own body, in brackets. */
  readonly signed: boolean
  /** A 署名 stands directly above it. */
  readonly bylineAbove: boolean
  readonly byline: boolean
}

const SIGNED_BYLINE = /^\(.*\)$/u

interface Body {
  readonly texts: readonly Scrap[]
  readonly ended: boolean
  readonly signed: boolean
  readonly end: number
  readonly lastIsByline: boolean
}

/** What stands from `from` to the next row of headings that heads text. */
function bodyBelow(scraps: readonly Scrap[], from: number): Body {
  const texts: Scrap[] = []
  let [ended, signed, lastIsByline] = [false, false, false]
  let at = from
  while (at < scraps.length) {
    const scrap = scraps[at] as Scrap
    if (scrap.kind === 'heading') {
      const below = skipFurniture(scraps, endOfRun(scraps, at) + 1)
      const photo = opensStory(scraps[below]) ? null : photoBelow(scraps, below)
      if (!photo) break
      at = photo.end
      continue
    }
    if (scrap.kind !== 'furniture') lastIsByline = scrap.kind === 'byline'
    if (scrap.kind === 'text') {
      texts.push(scrap)
      ended = scrap.signed || (texts.length > 1 && isAside(scrap))
      if (scrap.signed) signed = true
    }
    if (scrap.kind === 'jumpTo') ended = true
    if (scrap.kind === 'byline' && texts.length > 0) {
      ended = true
      if (SIGNED_BYLINE.test(scrap.folded)) signed = true
    }
    at++
  }
  return { texts, ended, signed, end: at, lastIsByline }
}

/** The rows of headings of a page, pictures' titles aside, in page order. */
export function headsOf(scraps: readonly Scrap[]): readonly Head[] {
  const heads: Head[] = []
  let at = 0
  let bylineAbove = false
  while (at < scraps.length) {
    if ((scraps[at] as Scrap).kind !== 'heading') {
      bylineAbove = (scraps[at] as Scrap).kind === 'byline'
      at++
      continue
    }
    const end = endOfRun(scraps, at)
    const below = skipFurniture(scraps, end + 1)
    const first = skipBox(scraps, below)
    const last = scraps[end] as Scrap
    const byline =
      scraps[first]?.kind === 'byline' ||
      (end > at && last.bareNames && !isOwnSubhead(scraps[at] as Scrap))
    const body = bodyBelow(scraps, end + 1)
    heads.push({
      at,
      run: scraps.slice(at, end + 1),
      texts: body.texts,
      opens: byline || opensStory(scraps[first]),
      ended: body.ended,
      signed: body.signed,
      bylineAbove,
      byline,
    })
    bylineAbove = body.lastIsByline && body.texts.length > 0
    at = body.end
  }
  return heads
}
