/** Finding text in stories: places as document positions, over the inline nodes a paragraph may have. */
import type { Node } from 'prosemirror-model'
import type { StoryId } from '../ids'
import type { Story } from '../model/edition'
import { textSpan } from '../model/docText'
import { err, ok, type Result } from '../result'

export interface Query {
  readonly text: string
  readonly regex: boolean
  readonly matchCase: boolean
  /** Latin words and figures whole: 12 is not found in 120. */
  readonly whole: boolean
  /** Full-width and half-width letters, figures and marks count as the same. */
  readonly anyWidth: boolean
}

/** One place where the text stands. */
export interface Match {
  readonly story: StoryId
  readonly from: number
  readonly to: number
  readonly text: string
  /** A little of what stands before and after it in its paragraph. */
  readonly before: string
  readonly after: string
  /** What a regular expression's groups caught, the whole match first. */
  readonly groups: readonly string[]
}

const CONTEXT = 12

/** Full-width forms as the half-width letters they stand for; one character stays one character. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/gu, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')

/** The expression a query stands for; a bad one is told in a sentence. */
export function patternOf(query: Query): Result<RegExp> {
  const text = query.anyWidth ? narrow(query.text) : query.text
  const source = query.regex ? text : escaped(text)
  const bounded = query.whole
    ? `(?<![\\p{Script=Latin}\\p{N}])(?:${source})(?![\\p{Script=Latin}\\p{N}])`
    : source
  try {
    return ok(new RegExp(bounded, query.matchCase ? 'gu' : 'giu'))
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /u, '') : String(error)
    return err({
      severity: 'error',
      code: 'find.pattern',
      message: `The regular expression “${query.text}” cannot be read: ${why}. Mend it, or switch regular expressions off.`,
      parts: { pattern: query.text, why },
    })
  }
}

/** All matches in one story, in order. A match never reaches over a paragraph and is never empty. */
export function matchesIn(story: Story, pattern: RegExp, anyWidth: boolean): readonly Match[] {
  const found: Match[] = []
  story.doc.descendants((node: Node, pos) => {
    if (!node.isTextblock) return true
    const { text, positions } = textSpan(story.doc, pos + 1, pos + 1 + node.content.size)
    for (const match of (anyWidth ? narrow(text) : text).matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const from = positions[start]
      const last = positions[end - 1]
      if (end === start || from === undefined || last === undefined) continue
      found.push({
        story: story.id,
        from,
        to: last + 1,
        text: text.slice(start, end),
        before: text.slice(Math.max(0, start - CONTEXT), start),
        after: text.slice(end, end + CONTEXT),
        groups: match.map((group) => group ?? ''),
      })
    }
    return false
  })
  return found
}

/** Matches of a query in stories, in their order. */
export function findIn(stories: readonly Story[], query: Query): Result<readonly Match[]> {
  if (query.text === '') return ok([])
  const pattern = patternOf(query)
  if (!pattern.ok) return pattern
  return ok(stories.flatMap((story) => matchesIn(story, pattern.value, query.anyWidth)))
}
