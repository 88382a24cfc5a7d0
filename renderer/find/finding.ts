/** What is being sought, what was found, and going from one to the next: plain functions over the desk. */
import { replaceAll, type Match, type Query } from '../../core/find'
import { storiesOf, type Edition, type Story } from '../../core/model/edition'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'
import { whereOf } from './where'

export type Scope = 'story' | 'page' | 'edition'

export interface FindState {
  readonly open: boolean
  /** Counts how often it was asked for: each time its field has the focus. */
  readonly asked: number
  readonly replacing: boolean
  readonly scope: Scope
  readonly query: Query
  readonly replacement: string
  readonly matches: readonly Match[]
  /** The edition the matches are of. */
  readonly of: Edition | null
  /** Index of the match in front; -1 before the first was gone to. */
  readonly current: number
  readonly error: string | null
}

/** A pattern that has not ended by then would not end for long. Milliseconds. */
const TIME_LIMIT = 2000

const CLOSED: FindState = {
  open: false,
  asked: 0,
  replacing: false,
  scope: 'page',
  query: { text: '', regex: false, matchCase: false, whole: false, anyWidth: false },
  replacement: '',
  matches: [],
  of: null,
  current: -1,
  error: null,
}

export const findOf = perDesk<FindState>(CLOSED)

/** Shows the panel; a selection in a story is what is sought. */
export function openFind(desk: Desk, replacing: boolean, scope?: Scope): void {
  const find = findOf(desk)
  const { selection } = desk.store.get()
  const doc = selection && desk.session.getSnapshot().edition.stories[selection.story]?.doc
  const [from, to] = [selection?.anchor ?? 0, selection?.head ?? 0].sort((a, b) => a - b)
  const chosen = doc ? doc.textBetween(from ?? 0, to ?? 0) : ''
  const { query, asked } = find.get()
  find.set({
    open: true,
    asked: asked + 1,
    replacing,
    ...(scope === undefined ? {} : { scope }),
    query: chosen === '' ? query : { ...query, text: chosen },
  })
}

export function closeFind(desk: Desk): void {
  findOf(desk).set({ open: false, matches: [], of: null, current: -1, error: null })
}

function storiesIn(desk: Desk, scope: Scope): readonly Story[] {
  const { edition } = desk.session.getSnapshot()
  const { page, frame, selection } = desk.store.get()
  if (scope === 'edition') return storiesOf(edition)
  const frames = Object.values(edition.frames).flatMap((one) => (one.kind === 'rule' ? [] : [one]))
  const inHand = selection?.story ?? frames.find((one) => one.id === frame)?.story ?? null
  const wanted =
    scope === 'story'
      ? new Set([inHand])
      : new Set(frames.filter((one) => one.page === page).map((one) => one.story))
  return storiesOf(edition).filter(({ id }) => wanted.has(id))
}

/** Looks on the worker, with a time limit; the matches go into the store. Returns how to call it off. */
export function seek(desk: Desk, text: Text): () => void {
  const find = findOf(desk)
  const { query, scope } = find.get()
  const { edition } = desk.session.getSnapshot()
  const none = { matches: [], of: edition, current: -1 }
  if (query.text === '') {
    find.set({ ...none, error: null })
    return () => undefined
  }
  const calledOff = new AbortController()
  const timer = window.setTimeout(() => {
    calledOff.abort()
    find.set({ ...none, error: text.finding.tooLong })
  }, TIME_LIMIT)
  const run = async (): Promise<void> => {
    const stories = storiesIn(desk, scope).map(({ id }) => id)
    const { signal } = calledOff
    const reply = await desk.workshop.run('find', edition, { query, stories }, { signal })
    window.clearTimeout(timer)
    if (reply === null || signal.aborted) return
    if (!reply.ok) return find.set({ ...none, error: trouble(text, reply.error) })
    const { matches, error } = reply.value
    const told = error === null ? null : trouble(text, error)
    find.set({ ...none, matches, error: told })
  }
  void run()
  return () => {
    window.clearTimeout(timer)
    calledOff.abort()
  }
}

/** Selects a match, on its page. */
export function goTo(desk: Desk, index: number): void {
  const find = findOf(desk)
  const match = find.get().matches[index]
  if (match === undefined) return
  find.set({ current: index })
  const { edition } = desk.session.getSnapshot()
  const there = whereOf(edition, desk.composer.compose(edition), desk.composer)(match)
  if (there === null) desk.actions.showStory(match.story)
  else desk.actions.showPage(there.page)
  desk.actions.selectText(match.story, match.from, match.to)
  desk.actions.revealCaret()
}

/** The next match after the one in front, or the one before it; round the ends. */
export function step(desk: Desk, direction: 1 | -1): void {
  const { matches, current } = findOf(desk).get()
  if (matches.length === 0) return
  const from = current < 0 && direction < 0 ? 0 : current
  goTo(desk, (from + direction + matches.length) % matches.length)
}

/** Replaces the match in front or all of them, as one change; matches of another edition are left alone. */
export function replace(desk: Desk, text: Text, which: 'current' | 'all'): void {
  const { matches, current, replacement, query, of } = findOf(desk).get()
  const { edition } = desk.session.getSnapshot()
  const first = Math.max(0, current)
  const chosen = which === 'all' ? matches : matches.slice(first, first + 1)
  if (of !== edition || chosen.length === 0) return
  const steps = replaceAll(edition, chosen, replacement, query.regex)
  desk.actions.change({ label: text.finding.replacedLabel(chosen.length), steps })
}
