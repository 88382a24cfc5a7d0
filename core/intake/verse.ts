import { endingOf } from './characters'
import { asKind, type Scrap } from './classify'

/**
 * Verse: one line of it looks like a heading and another like a piece of a sentence; the stanza tells that each
 * is a line of its own. Where blank lines part the stanzas it is all of their lines, else those that a comma binds.
 */

/** ems of the longest line of verse that is looked for. */
const WIDEST = 20
/** A stanza that pauses so often, of so many lines, is verse by itself; else another beside it is. */
const PAUSES = 2
const LINES = 4
/** Lines above the first of a poem that may hold its title and its author. */
const HEADS = 3

interface Stanza {
  readonly from: number
  readonly to: number
  readonly lines: readonly Scrap[]
}

const isShort = ({ kind, width, lead, signed }: Scrap): boolean =>
  (kind === 'heading' || kind === 'text') && width <= WIDEST && !lead && !signed

const pauses = ({ text }: Scrap): boolean => endingOf(text) === 'comma'

/** No heading ends with a comma: a line that does goes on in the one below it. */
const isVerse = ({ lines }: Stanza): boolean => lines.slice(0, -1).some(pauses)

const isByItself = ({ lines }: Stanza): boolean =>
  lines.length >= LINES && lines.filter(pauses).length >= PAUSES

const isName = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined && (scrap.bareNames || scrap.kind === 'byline')

/** Could these lines without a pause be a stanza below another, and not the heads of what comes next? */
const mayGoOn = ({ lines }: Stanza): boolean =>
  lines.length >= 2 && !lines.some((line) => isName(line) || /^[（(—]/u.test(line.text))

/** Rows of short lines as blank lines part them. */
function stanzasOf(scraps: readonly Scrap[]): readonly Stanza[] {
  const stanzas: Stanza[] = []
  for (let from = 0; from < scraps.length;) {
    let to = from
    while (to < scraps.length && isShort(scraps[to] as Scrap)) {
      if (to > from && (scraps[to] as Scrap).gap > 0) break
      to++
    }
    if (to > from) stanzas.push({ from, to, lines: scraps.slice(from, to) })
    from = Math.max(to, from + 1)
  }
  return stanzas
}

/** Lines below its first pause that are no verse: who wrote the next poem, whose title then stands among them too. */
const holdsNames = ({ lines }: Stanza): boolean =>
  lines.slice(lines.findIndex(pauses)).some((line) => isName(line) || line.folded.includes(' '))

/** Where in a poem's first stanza its lines begin: below the name of who wrote it, else no later than where it pauses. */
function startOf({ from, lines }: Stanza, scraps: readonly Scrap[]): number {
  const pause = lines.findIndex(pauses)
  const name = lines.slice(0, Math.min(HEADS, pause)).findLastIndex(isName)
  if (name >= 0) return from + name + 1
  const above = scraps[from - 1]
  return above && isShort(above) ? from : from + pause
}

/** A last line without a pause belongs to the stanza only where a blank line or the page ends it. */
function endOf({ from, to, lines }: Stanza, scraps: readonly Scrap[]): number {
  const below = scraps[to]
  if (!below || below.gap > 0) return to
  return from + lines.findLastIndex(pauses) + 1
}

/** Lines of a stanza in which titles and names may stand too: those that pause, and what goes on from one. */
function linesAmongHeads({ from, to }: Stanza, scraps: readonly Scrap[]): readonly number[] {
  const own = Array.from({ length: to - from }, (_, at) => from + at)
  const pausesAt = (at: number): boolean => at >= from && at < to && pauses(scraps[at] as Scrap)
  return own.filter(
    (at) => pausesAt(at) || pausesAt(at - 1) || (isName(scraps[at - 1]) && pausesAt(at + 1)),
  )
}

/** The scraps with the lines of stanzas as what they are: text, and each for itself. */
export function tellVerse(scraps: readonly Scrap[]): readonly Scrap[] {
  const stanzas = stanzasOf(scraps)
  const told = [...scraps]
  const tell = (line: number): void => {
    told[line] = asKind(told[line] as Scrap, 'text', true)
  }
  let above: Stanza | undefined
  stanzas.forEach((stanza, at) => {
    const next = stanzas[at + 1]
    const below = next?.from === stanza.to && isVerse(next) ? next : undefined
    const goesOn = above?.to === stanza.from
    const isParted = (stanza.lines[0]?.gap ?? 0) > 0 && !holdsNames(stanza)
    const isOne = isVerse(stanza)
      ? goesOn || below !== undefined || isByItself(stanza)
      : goesOn && mayGoOn(stanza)
    if (isOne && isParted) {
      const from = goesOn ? stanza.from : startOf(stanza, scraps)
      for (let line = from; line < endOf(stanza, scraps); line++) tell(line)
      above = stanza
    } else if (isByItself(stanza)) for (const line of linesAmongHeads(stanza, scraps)) tell(line)
  })
  return told
}
