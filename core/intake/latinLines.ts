/** Text in Latin letters that was broken line by line, as mail and PDF break it, among Chinese text that was not. */
import { makeLine, type Line } from './lines'
import type { Notes } from './notes'

/** ems of the narrowest line that is taken for broken, and how full it is of the widest beside it. */
const NARROWEST = 14
const FULL = 0.8

const HAN = /\p{Script=Han}/u
const isLatin = ({ text }: Line): boolean => /[A-Za-z]{2}/u.test(text) && !HAN.test(text)

const endsSentence = (text: string): boolean => /[.!?]["”’')]*$/u.test(text)

/** A Briton and His Teahouse: a title writes most of its longer words large. */
function isTitle(text: string): boolean {
  const words = text.match(/[A-Za-z][A-Za-z'’-]{3,}/gu) ?? []
  return words.filter((word) => /^[A-Z]/u.test(word)).length > words.length * 0.6
}

function goesOn(line: Line, next: Line, widest: number): boolean {
  if (next.gap > 0 || line.width < NARROWEST || endsSentence(line.text) || isTitle(line.text))
    return false
  return /^[a-z]/u.test(next.text) || line.width >= widest * FULL
}

/** The lines with those of broken Latin text put together, and told. Linear. */
export function joinLatinLines(lines: readonly Line[], notes: Notes): readonly Line[] {
  const joined: Line[] = []
  for (let from = 0; from < lines.length;) {
    let to = from
    while (to < lines.length && isLatin(lines[to] as Line)) to++
    const run = lines.slice(from, Math.max(to, from + 1))
    const widest = run.reduce((most, { width }) => Math.max(most, width), 0)
    for (let at = 0; at < run.length;) {
      const first = run[at] as Line
      let end = at + 1
      while (end < run.length && goesOn(run[end - 1] as Line, run[end] as Line, widest)) end++
      const parts = run.slice(at, end)
      if (parts.length > 1) {
        const nos = [first.no, (parts.at(-1) as Line).no]
        notes.decide('join', nos, { reason: BROKEN }, CONFIDENCE)
      }
      const text = parts.map((part) => part.text).join(' ')
      joined.push(parts.length > 1 ? makeLine(first.no, text, first.indent, first.gap) : first)
      at = end
    }
    from += run.length
  }
  return joined
}

const BROKEN = 'the lines between are of Latin letters and break in mid-sentence'
const CONFIDENCE = 0.65
