/**
 * The only undo stack. It keeps the inverse of each step and the position maps
 * of every text step since, its own and others', so that undoing still finds its
 * place after someone else's changes.
 */
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { applyStep } from './apply'
import { invertStep } from './invert'
import { fitStep } from './rebase'
import type { EditionStep } from './step'
import { StoryReplay, TextLog } from './textLog'
import type { Signature, Transaction } from './transaction'

/** One step to apply when its entry is undone or redone. */
interface Item {
  readonly step: EditionStep
  /** For a text step: the version of the story's log it reads on. */
  readonly version: number
}

/** What one undo takes back. `items` are in the order in which they were made: they are applied last first. */
interface Entry {
  readonly label: string
  readonly group: string | null
  /** Grows in place while its group is open, so that a long row of typing costs no more than a short one. */
  readonly items: Item[]
}

export interface Undone {
  /** To be logged like any other transaction; already recorded here. */
  readonly transaction: Transaction
  readonly edition: Edition
}

export class History {
  private done: Entry[] = []
  private undone: Entry[] = []
  private readonly log = new TextLog()

  /** Keeps at most `cap` entries; the oldest go first. */
  constructor(private readonly cap = 1000) {}

  /** Label of what `undo` would take back, null when there is nothing. */
  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null
  }

  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null
  }

  /**
   * Takes note of the author's own transaction; `before` is the edition it was
   * applied to. Successive transactions of one `group` (the letters of a word)
   * are undone together. Throws when the transaction does not fit `before`.
   */
  record(before: Edition, transaction: Transaction, group: string | null = null): void {
    const items = this.inverses(before, transaction.steps)
    this.undone = []
    const last = this.done.at(-1)
    if (group !== null && last?.group === group) {
      last.items.push(...items)
      return
    }
    this.done.push({ label: transaction.label, group, items })
    this.forgetOldest()
  }

  /** Takes note of someone else's transaction: it is never undone here, but moves the places of what is. */
  receive(transaction: Transaction): void {
    for (const step of transaction.steps) if (step.kind === 'text') this.log.append(step, null)
  }

  /** Ends the group: the next transaction is undone on its own. */
  closeGroup(): void {
    const last = this.done.at(-1)
    if (last !== undefined) this.done[this.done.length - 1] = { ...last, group: null }
  }

  /** Takes back the last entry of which something is left to take back; null when there is none. */
  undo(edition: Edition, signature: Omit<Signature, 'label'>): Undone | null {
    return this.move(this.done, this.undone, edition, signature)
  }

  redo(edition: Edition, signature: Omit<Signature, 'label'>): Undone | null {
    return this.move(this.undone, this.done, edition, signature)
  }

  private move(
    from: Entry[],
    to: Entry[],
    edition: Edition,
    signature: Omit<Signature, 'label'>,
  ): Undone | null {
    for (let entry = from.pop(); entry !== undefined; entry = from.pop()) {
      const { edition: after, steps, items } = this.replay(edition, entry)
      if (steps.length === 0) continue
      to.push({ label: entry.label, group: null, items })
      return { transaction: { ...signature, label: entry.label, steps }, edition: after }
    }
    return null
  }

  /** Applies what still fits of an entry, on top of whatever came since. */
  private replay(edition: Edition, entry: Entry) {
    const texts = new Map<StoryId, StoryReplay>()
    for (const story of new Set(entry.items.flatMap(storyOf))) {
      const versions = versionsOf(entry, story)
      texts.set(story, new StoryReplay(this.log, story, greatest(versions), least(versions)))
    }
    const steps: EditionStep[] = []
    const inverses: Item[] = []
    let current = edition
    for (const { step, version } of [...entry.items].reverse()) {
      const text = step.kind === 'text' ? texts.get(step.story) : undefined
      const fitted =
        step.kind === 'text' ? (text?.bring(step, version) ?? null) : fitStep(step, current)
      const next = fitted === null ? null : applyStep(current, fitted)
      if (fitted === null || next === null || !next.ok) continue
      const after = fitted.kind === 'text' ? (text?.landed(fitted, version) ?? 0) : 0
      inverses.push({ step: invertStep(fitted, current), version: after })
      steps.push(fitted)
      current = next.value
    }
    return { edition: current, steps, items: inverses }
  }

  /** The inverses of steps just made, in the order of the steps. */
  private inverses(before: Edition, steps: readonly EditionStep[]): Item[] {
    const items: Item[] = []
    let current = before
    for (const step of steps) {
      const next = applyStep(current, step)
      if (!next.ok) throw new Error(next.error.message)
      const version = step.kind === 'text' ? this.log.append(step, null) : 0
      items.push({ step: invertStep(step, current), version })
      current = next.value
    }
    return items
  }

  private forgetOldest(): void {
    if (this.done.length <= this.cap) return
    const forgotten = this.done.shift()
    const stories = new Set((forgotten?.items ?? []).flatMap(storyOf))
    for (const story of stories) this.log.trim(story, this.oldestVersion(story))
  }

  private oldestVersion(story: StoryId): number {
    for (const entry of this.done) {
      const versions = versionsOf(entry, story)
      if (versions.length > 0) return least(versions)
    }
    return Infinity
  }
}

const storyOf = ({ step }: Item): readonly StoryId[] => (step.kind === 'text' ? [step.story] : [])

const versionsOf = (entry: Entry, story: StoryId): readonly number[] =>
  entry.items.flatMap((item) => (storyOf(item)[0] === story ? [item.version] : []))

/** Not Math.min(...): a group may hold more items than a call takes arguments. */
const least = (versions: readonly number[]): number =>
  versions.reduce((a, b) => Math.min(a, b), Infinity)
const greatest = (versions: readonly number[]): number =>
  versions.reduce((a, b) => Math.max(a, b), 0)
