/** A page with its headlines dressed otherwise: what its stories would be in a paper of other habits. */
import type { ImportedStory } from '../../../core/intake'
import type { FixturePage } from '../intakeFixtures'
import { bare } from '../intakeScore'

const UNDRESSED = 0.4
const BROKEN = 0.25
const LEAST_BROKEN = 9
const LEAST_LINE = 4

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where a headline of one line would turn: at its comma or space, or else at the word nearest to its middle; 0 for nowhere. */
export function turnOf(headline: string): number {
  const mark = /^.{4,}?[，、 　！？](?=.{4,})/u.exec(headline)
  if (mark) return mark[0].length
  const turns = [...segmenter.segment(headline)]
    .map(({ index }) => index)
    .filter((at) => at >= LEAST_LINE && headline.length - at >= LEAST_LINE)
    .filter((at) => !/^[的了、，。！？”》）]/u.test(headline.slice(at)))
  const middle = headline.length / 2
  return turns.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? 0
}

type Dressed = { -readonly [Key in keyof ImportedStory]: ImportedStory[Key] }

/** Some stories without 引题 or 副题, some headlines of one line in two. */
export function otherDress(page: FixturePage, random: () => number): FixturePage {
  const lines = page.raw.split('\n')
  const happens = (share: number): boolean => random() < share
  const lineOf = (text: string | undefined): number => {
    const own = bare(text)
    return own === '' ? -1 : lines.findIndex((line) => bare(line) === own)
  }
  const truth = page.truth.map((item) => {
    if (item.kind !== 'story') return item
    const story: Dressed = { ...item }
    for (const part of ['kicker', 'deck'] as const) {
      const at = lineOf(story[part])
      if (at < 0 || !happens(UNDRESSED)) continue
      lines.splice(at, 1)
      delete story[part]
    }
    const at = lineOf(story.headline)
    const line = (lines[at] ?? '').trim()
    const turn = line.length >= LEAST_BROKEN ? turnOf(line) : 0
    if (turn > 0 && happens(BROKEN))
      lines.splice(at, 1, line.slice(0, turn).trim(), line.slice(turn).trim())
    return story
  })
  return { ...page, raw: lines.join('\n'), truth }
}
