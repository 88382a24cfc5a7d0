/** Standing lines without what the 报眉 sets anew: it would be printed twice. */
import { linesDoc } from '../documents'
import {
  pagesOf,
  type Edition,
  type EditionMeta,
  type LooseText,
  type Story,
} from '../../model/edition'
import type { Page } from '../../model/page'
import { withRecord } from '../../model/tables'
import { readMasthead, type Said } from './index'

/** Why words were taken out of a page's standing lines. */
export const SET_ANEW = 'set anew in the head of the page'

/** What is left over of a line is no more than marks and brackets that set its parts apart. */
const NOTHING_LEFT = /^[^\p{L}\p{N}]*$/u
/** Marks at the ends of a part, whose neighbour is gone. */
const EDGES = /^[\s|｜¦/／·・•,，:：]+|[\s|｜¦/／·・•,，]+$/gu
const BESIDE = '　'

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

/** The characters of `text` that are not among those of `kept`, in their order. */
function restOf(text: string, kept: string): string {
  const left = [...withoutSpace(kept)]
  const rest: string[] = []
  for (const character of withoutSpace(text)) {
    if (character === left[0]) left.shift()
    else rest.push(character)
  }
  return rest.join('')
}

/** A line without the spans; its other parts stand side by side. */
function without(line: string, spans: readonly Said[]): string {
  const parts: string[] = []
  let from = 0
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    parts.push(line.slice(from, span.from))
    from = span.to
  }
  return [...parts, line.slice(from)]
    .map((part) => part.replace(EDGES, ''))
    .filter((part) => !NOTHING_LEFT.test(part))
    .join(BESIDE)
}

export const standingLines = ({ doc }: Story): readonly string[] =>
  doc.children.map((line) => line.textContent)

/** `said` counts the lines of all the stories one after another. */
function withoutSaid(stories: readonly Story[], said: readonly Said[]): readonly Story[] {
  let first = 0
  return stories.map((story) => {
    const lines = standingLines(story)
    const kept = lines.map((line, at) => {
      const spans = said.filter((one) => one.line === first + at)
      return spans.length === 0 ? line : without(line, spans)
    })
    first += lines.length
    const removed = lines.flatMap((line, at): readonly LooseText[] => {
      const text = kept[at] === line ? '' : restOf(line, kept[at] ?? '')
      return text === '' ? [] : [{ text, why: SET_ANEW }]
    })
    if (removed.length === 0) return story
    return { ...story, doc: linesDoc(kept.join('\n')), removed: [...story.removed, ...removed] }
  })
}

/** A page's standing lines without what its 报眉 says as they do: another date, another 版次 stay to be seen. */
export function withoutHead(
  { folio, section }: Pick<Page, 'folio' | 'section'>,
  credits: readonly Story[],
  { publication, date }: Pick<EditionMeta, 'publication' | 'date'>,
): readonly Story[] {
  const { masthead, said } = readMasthead(credits.flatMap(standingLines))
  const isSet = {
    publication: masthead.publication === publication,
    date: masthead.date === date,
    folio: masthead.folio?.padStart(2, '0') === folio,
    section: masthead.section === section,
  }
  return withoutSaid(
    credits,
    said.filter(({ field }) => isSet[field]),
  )
}

/** The edition with the standing lines of all its pages so. */
export const withoutHeads = (edition: Edition): Edition =>
  pagesOf(edition)
    .flatMap((page) => {
      const credits = page.credits.flatMap((id) => edition.stories[id] ?? [])
      return withoutHead(page, credits, edition.meta)
    })
    .reduce((next, story) => withRecord(next, 'stories', story), edition)
