import { isBareNumber, isMarkedSubhead } from './labels'
import type { Scrap } from './classify'

/** Questions about what stands below a place on the page. Indexes into the page's scraps. */

const LONGEST_CAPTION = 320
const CAPTION_PARAGRAPHS = 3
const CAPTION_OPENING =
  /^(?:图为|图片为|图①|图1|上图|下图|左图|右图|这是|▲|△|◀|▼|资料图|(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|昨日|日前|连日来|\d{1,2}日|在|[▲△▼◀►])/u

export const opensLikeCaption = (folded: string): boolean => CAPTION_OPENING.test(folded)

const MARKED_CAPTION =
  /^(?:图为|图片为|图[①-⑳]|图\d{1,2}[: ]|[上下左右中][方]?图[: 为]|[▲△▼◀►]|资料图[: ])/u

const NUMBERED = /^[①-⑳]/u
/** More pictures than any page sets in one group. */
export const MOST_CAPTIONS = 20

/**
 * Sentences numbered ①② in a row are captions where the page's paragraphs are indented and these are not,
 * or where a credit closes them; otherwise they are a list.
 */
export const numberedCaptions = (
  scraps: readonly Scrap[],
  at: number,
  indents: boolean,
): PhotoBelow | null => {
  let end = at
  while (end - at < MOST_CAPTIONS && isNumberedSentence(scraps[end], indents)) end++
  const below = scraps[end]
  if (end - at < 2) return null
  const captions = scraps.slice(at, end)
  if (below?.kind === 'credit') return { captions, credit: below, end: end + 1 }
  return indents ? { captions, credit: null, end } : null
}

const isNumberedSentence = (scrap: Scrap | undefined, indents: boolean): boolean =>
  scrap !== undefined &&
  (scrap.kind === 'text' || scrap.kind === 'caption') &&
  NUMBERED.test(scrap.text) &&
  scrap.width <= 90 &&
  !(indents && scrap.indent >= 1)

/** A caption by its first words (图为, 图①, 上图, ▲), whatever stands around it. */
export const isMarkedCaption = (folded: string): boolean => MARKED_CAPTION.test(folded)

export interface PhotoBelow {
  readonly captions: readonly Scrap[]
  readonly credit: Scrap | null
  /** Index after the last scrap of the picture. */
  readonly end: number
}

/** A caption with its credit that begins at `at`: paragraphs closed by a credit, or a credit and one paragraph. */
export const photoBelow = (scraps: readonly Scrap[], at: number): PhotoBelow | null => {
  const captions: Scrap[] = []
  let width = 0
  for (let i = at; i < scraps.length && captions.length <= CAPTION_PARAGRAPHS; i++) {
    const scrap = scraps[i] as Scrap
    if (scrap.kind === 'credit') {
      if (captions.length > 0)
        return belongTogether(captions) ? { captions, credit: scrap, end: i + 1 } : null
      const below = scraps[i + 1]
      const after = scraps[i + 2]
      const alone =
        below?.kind === 'text' &&
        !below.lead &&
        (!after || after.kind === 'heading' || after.kind === 'furniture')
      return alone && below.width < LONGEST_CAPTION
        ? { captions: [below], credit: scrap, end: i + 2 }
        : null
    }
    width += scrap.width
    if (width > LONGEST_CAPTION || scrap.lead) return null
    if (scrap.kind === 'caption') {
      const all = [...captions, scrap]
      return belongTogether(all) ? { captions: all, credit: null, end: i + 1 } : null
    }
    if (scrap.kind !== 'text') return null
    if (captions.length > 0 && !captionLike(captions[0] as Scrap)) return null
    captions.push(scrap)
  }
  return null
}

const isSentence = ({ folded }: Scrap): boolean => /[。!?…][”』]?$/u.test(folded)

/** A last paragraph that opens like a caption is one by itself when those above it do not. */
const belongTogether = (captions: readonly Scrap[]): boolean => {
  const [first, last] = [captions[0], captions[captions.length - 1]]
  if (!first || !last || first === last) return true
  if (captions.slice(0, -1).some((caption) => caption.single || !isSentence(caption))) return false
  return opensLikeCaption(first.folded) && first.indent >= 1 === last.indent >= 1
}

/** A first caption paragraph of several must look like one; a single paragraph above a credit need not. */
const captionLike = (scrap: Scrap): boolean => opensLikeCaption(scrap.folded) || scrap.width <= 120

/** Index of the first scrap at or after `at` that is not page furniture. */
export const skipFurniture = (scraps: readonly Scrap[], at: number): number => {
  let i = at
  while (scraps[i]?.kind === 'furniture') i++
  return i
}

/** Index after a box (label and its first paragraph) that begins at `at`, or `at`. */
export const skipBox = (scraps: readonly Scrap[], at: number): number => {
  const kind = scraps[at]?.kind
  if (kind !== 'tipLabel' && kind !== 'noteLabel') return at
  return scraps[at + 1]?.kind === 'text' ? at + 2 : at + 1
}

/** Does text with a byline or dateline of its own begin here? Then a headline stands above it. */
export const opensStory = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined &&
  (scrap.kind === 'byline' || scrap.kind === 'jumpFrom' || (scrap.kind === 'text' && scrap.lead))

/** Index of the last heading of the run that begins at `at`. */
export const endOfRun = (scraps: readonly Scrap[], at: number): number => {
  let end = at
  for (
    let next = scraps[end + 1];
    next?.kind === 'heading' && !isOwnSubhead(next);
    next = scraps[end + 1]
  )
    end++
  const below = scraps[end + 1]
  const beyond = scraps[end + 2]
  if (
    below?.kind === 'text' &&
    below.soft &&
    !below.lead &&
    opensStory(beyond) &&
    beyond?.kind !== 'jumpFrom'
  )
    return end + 1
  return end
}

/** A line that is a subhead by its own mark or number. */
export const isOwnSubhead = (scrap: Scrap): boolean =>
  !scrap.isItem && (isMarkedSubhead(scrap.folded) || isBareNumber(scrap.folded))
