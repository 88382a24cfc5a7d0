/** The report as its columns show it: letters, kinds, counts. */
import { foldForCount } from '../../core/intake'
import { blocksOf, traceLines, type TracedLine } from '../../core/manuscript/traceLines'
import { storyId } from '../../core/ids'
import type { Reading } from '../../core/doubt'
import type { Edition, Story } from '../../core/model/edition'
import { storyForm } from '../../core/model/storySchema'
import type { Text } from '../i18n'
import type { DoubtEntry, ImportReport } from './report'
import { trouble } from '../i18n/trouble'

const LETTERS = 'ABCDEFGHIJKLMNOQRSTUVWXYZ'

/** A story the import made, as it stands now. */
export interface ReadStory {
  readonly story: Story
  /** A, B … for stories, P for pictures, · for standing lines. */
  readonly letter: string
}

export function readStories(edition: Edition, ids: readonly string[]): readonly ReadStory[] {
  let count = 0
  return ids.flatMap((id): readonly ReadStory[] => {
    const story = edition.stories[storyId(id)]
    if (story === undefined) return []
    const form = storyForm(story.doc)
    if (form === 'picture') return [{ story, letter: 'P' }]
    if (form === 'lines') return [{ story, letter: '·' }]
    return [{ story, letter: LETTERS[count++ % LETTERS.length] ?? '' }]
  })
}

export interface RawLine {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly at: TracedLine | null
}

export const rawLines = (
  { texts }: Pick<ImportReport, 'texts'>,
  stories: readonly ReadStory[],
): readonly RawLine[] =>
  texts.flatMap(({ file, text }) => {
    const traced = traceLines(
      text,
      stories.map(({ story }) => story),
    )
    return text
      .split(/\r\n|\r|\n/u)
      .map((words, i) => ({ file, line: i + 1, text: words, at: traced[i] ?? null }))
  })

const count = (text: string): number =>
  Array.from(text).reduce((sum, ch) => sum + (/\s/u.test(ch) ? 0 : foldForCount(ch).length), 0)

/** Characters without white space: as they came, in documents, pending, and set aside by name. */
export function counts(report: ImportReport, stories: readonly ReadStory[]) {
  const raw = report.texts.reduce((sum, { text }) => sum + count(text), 0)
  const all = stories.map(({ story }) => story)
  const placed = all.flatMap((story) => blocksOf(story)).reduce((n, { text }) => n + count(text), 0)
  const loose = (field: 'unplaced' | 'removed'): number =>
    all.flatMap((story) => story[field]).reduce((n, { text }) => n + count(text), 0)
  return { raw, placed, pending: loose('unplaced'), removed: loose('removed') }
}

type Kind = keyof Text['importing']['kinds']

export function kindOf({ diagnostic }: DoubtEntry, text: Text): Kind | null {
  const { code } = diagnostic
  if (code.startsWith('picture.')) return 'photo'
  if (code.startsWith('input.')) return 'file'
  const kind = code.replace(/^intake\./u, '')
  return Object.hasOwn(text.importing.kinds, kind) ? (kind as Kind) : null
}

/** What the intake did and why, in the window's language; its own sentence where there is no other. */
export function saying(entry: DoubtEntry, text: Text): string {
  const { doubt } = entry
  const { because, reasons } = text.doubting
  const why = doubt?.because ?? []
  const what = deed(entry, text)
  return why.length === 0 ? what : `${what}${reasons(why.map((one) => because[one]))}`
}

function deed(entry: DoubtEntry, text: Text): string {
  const { doubt, diagnostic } = entry
  const { says } = text.importing
  if (doubt?.action === 'look' && doubt.reading)
    return readAs(doubt.reading, doubt.confidence, text)
  const kind = kindOf(entry, text)
  if (kind === 'join' && doubt?.action === 'split') return says.joined
  return kind !== null && hasWords(says, kind) ? says[kind] : trouble(text, diagnostic)
}

const hasWords = <K extends string>(all: Readonly<Record<K, string>>, key: string): key is K =>
  Object.hasOwn(all, key)

/** What a line was read as, and what it may be instead. */
function readAs(
  { role, other, otherConfidence }: Reading,
  confidence: number,
  { doubting }: Text,
): string {
  const name = (one: string): string => (hasWords(doubting.roles, one) ? doubting.roles[one] : one)
  const say = otherConfidence > confidence ? doubting.againstItself : doubting.reading
  return say(name(role), name(other), Math.round(otherConfidence * 100))
}

const FIRST = 14
const clip = (words: string): string => {
  const plain = words.trim()
  return plain.length > FIRST ? `${plain.slice(0, FIRST)}…` : plain
}

/** The words at the place, so that the eye finds it. */
export function quote({ doubt, file, lines }: DoubtEntry, raw: readonly RawLine[]): string {
  if (doubt !== null && doubt.action !== 'look')
    return `“…${doubt.pieces[0].words}”＋“${clip(doubt.pieces[1].words)}”`
  if (lines.length === 0) return file
  const own = raw.find((one) => one.file === file && one.line === lines[0])
  return `“${clip(own?.text ?? '')}”`
}
