import { endingOf, fold, widthOf, cannotBegin } from './characters'
import {
  bylineAtEnd,
  creditAtEnd,
  headWordsOf,
  isBareNames,
  isBracketedNames,
  isBracketedSender,
  isByline,
  isCredit,
} from './people'
import {
  isBareNumber,
  isBoxName,
  isFurniture,
  isHeadFolio,
  isMarkedSubhead,
  isSalutation,
  labelOf,
} from './labels'
import { isPointer, jumpFromLength, jumpToAt } from './jumpLines'
import type { Line } from './lines'

/**
 * What a line, or a part of one, looks like by itself. Its neighbours decide later (group.ts):
 * a `heading` may yet be a headline, a subhead, a picture's title or a cut fragment.
 */
export type ScrapKind =
  | 'heading'
  | 'text'
  | 'byline'
  | 'credit'
  | 'caption'
  | 'tipLabel'
  | 'noteLabel'
  | 'jumpTo'
  | 'jumpFrom'
  | 'furniture'

export interface Scrap extends Line {
  readonly kind: ScrapKind
  /** Text that begins with a dateline or a bracketed byline. */
  readonly lead: boolean
  /** Text that ends with a bracketed byline. */
  readonly signed: boolean
  /** Text without a final mark that could be a long deck or kicker. */
  readonly soft: boolean
  /** For `caption`: offset at which the credit begins. */
  readonly creditAt: number
  /** Names alone; a byline only between a headline and its text. */
  readonly bareNames: boolean
  /** A line of its own, such as one of verse: it neither goes on nor continues another. */
  readonly single: boolean
}

type ScrapTraits = Partial<Pick<Scrap, 'lead' | 'signed' | 'soft' | 'creditAt' | 'bareNames'>>

/**
 * The scrap as another kind. Written out, as below: an engine compiles for the shape of the objects it sees,
 * and those made by spreading have one of their own that it forgets when they are gone.
 */
export const asKind = (scrap: Scrap, kind: ScrapKind, single = scrap.single): Scrap => ({
  kind,
  no: scrap.no,
  text: scrap.text,
  folded: scrap.folded,
  width: scrap.width,
  indent: scrap.indent,
  gap: scrap.gap,
  lead: scrap.lead,
  signed: scrap.signed,
  soft: scrap.soft,
  creditAt: scrap.creditAt,
  bareNames: scrap.bareNames,
  single,
})

/** A part of a line, folded; most are the whole line. */
const foldedPart = (line: Line, text: string): string =>
  text === line.text ? line.folded : fold(text)

const scrap = (
  line: Line,
  kind: ScrapKind,
  from: number,
  to: number,
  traits: ScrapTraits = {},
): Scrap => {
  const part = line.text.slice(from, to)
  const text = part.trim()
  return {
    kind,
    no: line.no,
    text,
    folded: foldedPart(line, text),
    width: from === 0 && to >= line.text.length ? line.width : widthOf(text),
    indent: from === 0 ? line.indent : 0,
    gap: from === 0 ? line.gap : 0,
    lead: traits.lead ?? false,
    signed: traits.signed ?? false,
    soft: traits.soft ?? false,
    creditAt: traits.creditAt ?? -1,
    bareNames: traits.bareNames ?? false,
    single: false,
  }
}

/** Further down a number and a word (02 快反) are no folio. */
const HEAD_LINES = 4
const HEADING_WIDTH = 36
const HEADING_WITH_DASH_WIDTH = 80
const SOFT_WIDTH = 64

const commasIn = (folded: string): number => folded.split(',').length - 1

const isWholeQuotation = (text: string): boolean =>
  text.startsWith('“') && /[。！？!?…]”$/.test(text) && !/[^。！？!?…]”./.test(text)

/** Dialogue of an interview (问：…, 记者：…) is text however short it is. */
const isAside = (folded: string): boolean => /^[([][^()[\]]{4,}[)\]]$/u.test(folded)

export const isDialogue = (folded: string): boolean => /^(?:问|答|记者|主持人|Q|A)\d?:/.test(folded)

/** Could this line stand as a headline, subhead or title? Judged by its marks and length alone. */
const looksLikeHeading = (line: Line): boolean => {
  const { text, folded, width } = line
  if (
    width > HEADING_WITH_DASH_WIDTH ||
    cannotBegin(text[0]) ||
    isAside(folded) ||
    isDialogue(folded) ||
    isSalutation(folded) ||
    bylineAtEnd(folded) > 0 ||
    isWholeQuotation(text)
  )
    return false
  if (/[。;]/.test(folded) && /[。;]/.test(folded.replace(/“[^”]*”|《[^》]*》/g, ''))) return false
  const ending = endingOf(text)
  if (ending === 'comma' || ending === 'semicolon') return false
  if (ending === 'stop' && !/[！？!?][”』]?$/.test(text)) return false
  const commas = commasIn(folded)
  if (text.includes('——')) return commas <= 3
  if (ending === 'colon' && width > 20) return false
  return width <= HEADING_WIDTH && commas <= (width <= 30 ? 2 : 1)
}

const classifyText = (line: Line, from: number, to: number): Scrap => {
  const text = line.text.slice(from, to).trim()
  const folded = foldedPart(line, text)
  const creditAt = creditAtEnd(folded)
  const isLead = headWordsOf(folded) !== null
  if (creditAt > 0 && !isLead) return scrap(line, 'caption', from, to, { creditAt })
  const ending = endingOf(text)
  const soft =
    from === 0 &&
    line.width <= SOFT_WIDTH &&
    ending !== 'stop' &&
    ending !== 'semicolon' &&
    ending !== 'comma' &&
    !cannotBegin(text[0]) &&
    !isAside(folded) &&
    !text.includes('。')
  return scrap(line, 'text', from, to, {
    lead: isLead,
    signed: bylineAtEnd(folded) > 0 && !/^问:/.test(folded),
    soft,
  })
}

const classifyPart = (line: Line, from: number, to: number): Scrap => {
  const text = line.text.slice(from, to).trim()
  const folded = foldedPart(line, text)
  if (isCredit(folded)) return scrap(line, 'credit', from, to)
  const whole = from === 0 && to >= line.text.length
  const isNumberedHead = isMarkedSubhead(folded) && line.no > HEAD_LINES
  const isFolio = line.no <= HEAD_LINES && isHeadFolio(folded)
  if (whole && !isNumberedHead && (isFolio || isFurniture(folded)))
    return scrap(line, 'furniture', from, to)
  if (isByline(folded)) return scrap(line, 'byline', from, to)
  const isLead = headWordsOf(folded) !== null
  if (!isLead && creditAtEnd(folded) < 0 && whole && looksLikeHeading(line)) {
    return scrap(line, 'heading', from, to, { bareNames: isBareNames(folded) })
  }
  return classifyText(line, from, to)
}

/** One line to its scraps: usually one; more when a jump line or a box label shares the line with text. */
const classifyLine = (line: Line): readonly Scrap[] => {
  const scraps: Scrap[] = []
  let from = 0
  let to = line.text.length
  const fromLength = jumpFromLength(line.folded)
  if (fromLength > 0) {
    scraps.push(scrap(line, 'jumpFrom', 0, fromLength))
    from = fromLength
  }
  const toAt = jumpToAt(line.folded.slice(from))
  const tail: Scrap[] = []
  if (toAt >= 0) {
    tail.push(scrap(line, 'jumpTo', from + toAt, to))
    to = from + toAt
  }
  if (line.text.slice(from, to).trim() === '') return [...scraps, ...tail]
  const label = labelOf(line.folded.slice(from, to).trim())
  if (label) {
    const skipped = line.text.slice(from, to).length - line.text.slice(from, to).trimStart().length
    const labelEnd = Math.min(to, from + skipped + label.length)
    scraps.push(scrap(line, label.box === 'tip' ? 'tipLabel' : 'noteLabel', from, labelEnd))
    if (!label.alone) scraps.push(classifyText(line, labelEnd, to))
    return [...scraps, ...tail]
  }
  if (isBareNumber(line.folded)) return [scrap(line, 'heading', 0, to)]
  return [...scraps, classifyPart(line, from, to), ...tail]
}

/** 文/图 under a headline signs text and pictures alike: there it is the byline. */
const isBylineUnderHeading = (scraps: readonly Scrap[], at: number): boolean => {
  const [above, scrap] = [scraps[at - 1], scraps[at]]
  if (scrap?.kind !== 'credit' || above?.kind !== 'heading') return false
  if (/文\/图|图\/文|图文|文图/.test(scrap.folded)) return true
  // a credit over several paragraphs signs the story they tell
  return scraps[at + 1]?.kind === 'text' && scraps[at + 2]?.kind === 'text'
}

/** （甲乙丙） between a headline and its text. */
const isBracketedByline = (
  scrap: Scrap,
  above: Scrap | undefined,
  below: Scrap | undefined,
): boolean =>
  above?.kind === 'heading' &&
  (below?.kind === 'text' || below?.kind === 'heading') &&
  isBracketedNames(scrap.folded)

/** (甲乙丙) on a line of its own under text signs it, whatever the names are; so does the office that sent it. */
const isSignatureBelow = (
  scrap: Scrap,
  above: Scrap | undefined,
  below: Scrap | undefined,
): boolean => {
  if (above?.kind !== 'text') return false
  if (scrap.kind === 'heading' && isBracketedNames(scrap.folded)) return true
  const closes = below === undefined || below.kind === 'heading' || below.kind === 'furniture'
  return closes && isBracketedSender(scrap.folded)
}

/** 导读 over an index of the inner pages names the index, not a box. */
const isIndexLabel = (scrap: Scrap, below: Scrap | undefined): boolean =>
  scrap.kind === 'tipLabel' && below?.kind === 'furniture'

/** 更多报道见A05版 under a text is the story's; in an index it is the page's. */
const pointsFromStory = (scrap: Scrap, above: Scrap | undefined): boolean =>
  scrap.kind !== 'jumpTo' && above?.kind === 'text' && isPointer(scrap.folded)

/** Lines to scraps, each with what it looks like by itself. Linear; patterns see bounded heads and tails only. */
export const classify = (lines: readonly Line[]): readonly Scrap[] =>
  lines.flatMap(classifyLine).map((one, i, all) => {
    if (isIndexLabel(one, all[i + 1])) return asKind(one, 'furniture')
    if (pointsFromStory(one, all[i - 1])) return asKind(one, 'jumpTo')
    if (one.kind === 'heading' && isBoxName(one.folded) && all[i + 1]?.kind === 'text')
      return asKind(one, 'tipLabel')
    const signs =
      isBylineUnderHeading(all, i) ||
      isSignatureBelow(one, all[i - 1], all[i + 1]) ||
      isBracketedByline(one, all[i - 1], all[i + 1])
    return signs ? asKind(one, 'byline') : one
  })
