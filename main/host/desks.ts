/** The editions that are open, and which windows have them. */
import type { Handle, HostEvent } from '../../core/contract'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import type { ChangeLog } from '../services/changeLog'
import type { EditionDeskOptions, EditionDesk } from '../services/editionDesk'
import { saveEdition } from '../services/editionStore'
import { openEditionDesk } from '../services/openEditionDesk'
import { recentAnswers } from '../services/recentAnswers'
import { sparePlace, sweepSpareMedia } from '../services/spareMedia'

/** How often the folders of open editions are looked at. */
const WATCH_MS = 2_000

/** Something that belongs to one window: its events go there, and it dies with it. */
export interface Listener {
  emit(event: HostEvent): void
}

/** How an edition stands with its disk. */
interface Standing {
  /** Told once for each change. */
  changedOnDisk: boolean
  /** Its folder is not there now. */
  gone: boolean
  /** Why its journal cannot be written. */
  journal: Diagnostic | null
}

interface OpenEdition {
  readonly desk: EditionDesk
  readonly holders: Map<Handle, Listener>
  readonly standing: Standing
}

export interface Held {
  readonly handle: Handle
  readonly desk: EditionDesk
  readonly windows: number
  readonly standing: Readonly<Standing>
}

export interface HeldAgain extends Held {
  /** The numbers of its changes go on. */
  readonly continues: boolean
  /** The changes as the window knew them. */
  readonly former: ChangeLog
}

type OpenOptions = Omit<EditionDeskOptions, 'onJournal' | 'former' | 'spare'>

export interface Desks {
  open(listener: Listener, options: OpenOptions): Promise<Result<Held>>
  /** The edition of a window that was taken for gone, under the handle it had; another process may have it meanwhile, then to look only. */
  rejoin(listener: Listener, handle: Handle): Promise<Result<HeldAgain>>
  /** The edition behind a window's handle; another window's handle opens nothing. */
  held(listener: Listener, handle: Handle): Result<Held>
  isOpen(dir: string): boolean
  /** Tells every window on the edition, but for one. */
  tell(desk: EditionDesk, event: (handle: Handle) => HostEvent, except?: Handle): void
  /** It was saved or read anew: what happens to its files after that is news again. */
  agreed(desk: EditionDesk): void
  release(listener: Listener, handle: Handle, discard: boolean): Promise<Result<void>>
  /** The window is taken for gone; should it come back, it may rejoin. */
  releaseAll(listener: Listener): Promise<void>
  handlesOf(listener: Listener): readonly Held[]
  close(): Promise<void>
}

type Parts = Required<Pick<EditionDeskOptions, 'fs' | 'journalDisk' | 'timer'>> & {
  readonly unique: () => string
  /** Folder for the pictures of open editions, outside of theirs. */
  readonly spare: string
}

/** Handles remembered of windows that were taken for gone. */
const MOST_LEFT = 16

export function openDesks({ unique, spare: below, fs, journalDisk, timer }: Parts): Desks {
  const open: OpenEdition[] = []
  const left = recentAnswers<EditionDesk>(MOST_LEFT)
  let queue: Promise<unknown> = sweepSpareMedia(below, fs)
  let stopWatch: (() => void) | null = null

  /** Opening and closing take turns, so that a folder never has two desks. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }

  const watch = (): void => {
    stopWatch = timer(WATCH_MS, () => void look().finally(() => open.length > 0 && watch()))
  }

  async function look(): Promise<void> {
    for (const edition of open) {
      const gone = await edition.desk.isGone()
      if (gone !== edition.standing.gone)
        tellAll(edition, (handle) => ({ kind: 'gone', handle, gone }))
      edition.standing.gone = gone
      const changed = await edition.desk.isChangedOnDisk()
      if (changed && !edition.standing.changedOnDisk) {
        tellAll(edition, (handle) => ({ kind: 'changedOnDisk', handle }))
      }
      edition.standing.changedOnDisk = changed
    }
  }

  function tellAll(
    edition: OpenEdition,
    event: (handle: Handle) => HostEvent,
    except?: Handle,
  ): void {
    for (const [handle, listener] of edition.holders) {
      if (handle !== except) listener.emit(event(handle))
    }
  }

  const tellWindows = (edition: OpenEdition, except?: Handle): void => {
    const windows = edition.holders.size
    tellAll(edition, (handle) => ({ kind: 'windows', handle, windows }), except)
  }

  const find = (listener: Listener, handle: Handle): OpenEdition | null =>
    open.find(({ holders }) => holders.get(handle) === listener) ?? null

  async function begin(options: OpenOptions): Promise<Result<OpenEdition>> {
    const known = open.find(({ desk }) => desk.state().dir === options.dir)
    if (known !== undefined) return ok(known)
    const holders = new Map<Handle, Listener>()
    const standing: Standing = { changedOnDisk: false, gone: false, journal: null }
    const onJournal = (error: Diagnostic | null): void => {
      standing.journal = error
      for (const [handle, listener] of holders) listener.emit({ kind: 'journal', handle, error })
    }
    const former = left.find(({ state }) => state().dir === options.dir)?.changes
    const spare = sparePlace(below, unique())
    const parts = { fs, journalDisk, timer, spare, ...options }
    const desk = await openEditionDesk({ ...parts, former, onJournal })
    if (!desk.ok) return desk
    const edition: OpenEdition = { desk: desk.value, holders, standing }
    open.push(edition)
    if (open.length === 1) watch()
    return ok(edition)
  }

  async function release(
    listener: Listener,
    handle: Handle,
    discard: boolean,
  ): Promise<Result<void>> {
    const edition = find(listener, handle)
    if (edition === null) return noHandle()
    if (edition.holders.size === 1) {
      const closed = await edition.desk.close(discard)
      if (!closed.ok) return closed
      open.splice(open.indexOf(edition), 1)
      if (open.length === 0) stopWatch?.()
    }
    edition.holders.delete(handle)
    tellWindows(edition)
    return ok(undefined)
  }

  const asHeld = ({ desk, holders, standing }: OpenEdition, handle: Handle): Held => ({
    ...{ handle, desk, standing },
    windows: holders.size,
  })

  const hold = (edition: OpenEdition, handle: Handle, listener: Listener): Held => {
    edition.holders.set(handle, listener)
    tellWindows(edition, handle)
    return asHeld(edition, handle)
  }

  const handlesOf = (listener: Listener): readonly Held[] =>
    open.flatMap((edition) =>
      [...edition.holders].flatMap(([handle, holder]) =>
        holder === listener ? [asHeld(edition, handle)] : [],
      ),
    )

  /** A draft that was never changed goes with its last window. */
  async function restore(desk: EditionDesk): Promise<Result<void>> {
    const { dir, isDraft, revision, edition } = desk.state()
    const isGone = isDraft && revision === 0 && (await fs.kindOf(dir)) === null
    return isGone ? saveEdition(dir, edition, new Map(), fs) : ok(undefined)
  }

  async function rejoin(listener: Listener, handle: Handle): Promise<Result<HeldAgain>> {
    const held = find(listener, handle)
    if (held !== null) {
      return ok({ ...asHeld(held, handle), continues: true, former: held.desk.changes })
    }
    const before = left.get(handle)
    if (before === undefined) return noHandle()
    const { dir, isDraft, readOnly } = before.state()
    const restored = await restore(before)
    if (!restored.ok) return restored
    const options = { dir, isDraft, readOnly }
    const opened = await begin(options)
    const inUse = !opened.ok && opened.error.code === 'edition.in-use'
    const again = inUse ? await begin({ ...options, readOnly: true }) : opened
    if (!again.ok) return again
    left.delete(handle)
    const continues = again.value.desk.changes === before.changes
    return ok({ ...hold(again.value, handle, listener), continues, former: before.changes })
  }

  async function releaseAll(listener: Listener): Promise<void> {
    for (const { handle, desk } of handlesOf(listener)) {
      left.set(handle, desk)
      const released = await release(listener, handle, false)
      if (!released.ok) find(listener, handle)?.holders.delete(handle)
    }
  }

  return {
    open: (listener, options) =>
      inTurn(async () => {
        const edition = await begin(options)
        if (!edition.ok) return edition
        return ok(hold(edition.value, unique(), listener))
      }),
    rejoin: (listener, handle) => inTurn(() => rejoin(listener, handle)),
    held(listener, handle) {
      const edition = find(listener, handle)
      if (edition === null) return noHandle()
      return ok(asHeld(edition, handle))
    },
    isOpen: (dir) => open.some(({ desk }) => desk.state().dir === dir),
    tell(desk, event, except) {
      const edition = open.find((candidate) => candidate.desk === desk)
      if (edition !== undefined) tellAll(edition, event, except)
    },
    agreed(desk) {
      const edition = open.find((candidate) => candidate.desk === desk)
      if (edition !== undefined)
        Object.assign(edition.standing, { changedOnDisk: false, gone: false })
    },
    release: (listener, handle, discard) => inTurn(() => release(listener, handle, discard)),
    releaseAll: (listener) => inTurn(() => releaseAll(listener)),
    handlesOf,
    close: () =>
      inTurn(async () => {
        stopWatch?.()
        for (const { desk } of open.splice(0)) await desk.close(false)
      }),
  }
}

const noHandle = (): Result<never> =>
  err({
    severity: 'error',
    code: 'edition.no-handle',
    message: 'This window does not have that edition open; open it again.',
  })
