/** The editions that are open, and which windows have them. */
import type { Handle, HostEvent } from '../../core/contract'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import type { EditionDeskOptions, EditionDesk } from '../services/editionDesk'
import { openEditionDesk } from '../services/openEditionDesk'

/** How often the folders of open editions are looked at. */
const WATCH_MS = 2_000

/** Something that belongs to one window: its events go there, and it dies with it. */
export interface Listener {
  emit(event: HostEvent): void
}

interface OpenEdition {
  readonly desk: EditionDesk
  readonly holders: Map<Handle, Listener>
  /** Told once for each change. */
  toldOfChange: boolean
}

export interface Held {
  readonly handle: Handle
  readonly desk: EditionDesk
  readonly windows: number
}

export interface Desks {
  open(listener: Listener, options: Omit<EditionDeskOptions, 'onJournal'>): Promise<Result<Held>>
  /** The edition behind a window's handle; another window's handle opens nothing. */
  held(listener: Listener, handle: Handle): Result<Held>
  isOpen(dir: string): boolean
  /** Tells every window on the edition, but for one. */
  tell(desk: EditionDesk, event: (handle: Handle) => HostEvent, except?: Handle): void
  /** It was saved or read anew: a change on disk after that is news again. */
  agreed(desk: EditionDesk): void
  release(listener: Listener, handle: Handle, discard: boolean): Promise<Result<void>>
  releaseAll(listener: Listener): Promise<void>
  handlesOf(listener: Listener): readonly Held[]
  close(): Promise<void>
}

type Parts = Required<Pick<EditionDeskOptions, 'fs' | 'journalDisk' | 'timer'>> & {
  readonly unique: () => string
}

export function openDesks({ unique, fs, journalDisk, timer }: Parts): Desks {
  const open: OpenEdition[] = []
  let queue: Promise<unknown> = Promise.resolve()
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
      const changed = await edition.desk.isChangedOnDisk()
      if (changed && !edition.toldOfChange) {
        tellAll(edition, (handle) => ({ kind: 'changedOnDisk', handle }))
      }
      edition.toldOfChange = changed
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

  async function begin(
    options: Omit<EditionDeskOptions, 'onJournal'>,
  ): Promise<Result<OpenEdition>> {
    const known = open.find(({ desk }) => desk.state().dir === options.dir)
    if (known !== undefined) return ok(known)
    const holders = new Map<Handle, Listener>()
    const onJournal = (error: Diagnostic | null): void => {
      for (const [handle, listener] of holders) listener.emit({ kind: 'journal', handle, error })
    }
    const desk = await openEditionDesk({ fs, journalDisk, timer, ...options, onJournal })
    if (!desk.ok) return desk
    const edition: OpenEdition = { desk: desk.value, holders, toldOfChange: false }
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

  const handlesOf = (listener: Listener): readonly Held[] =>
    open.flatMap(({ desk, holders }) =>
      [...holders].flatMap(([handle, holder]) =>
        holder === listener ? [{ handle, desk, windows: holders.size }] : [],
      ),
    )

  async function releaseAll(listener: Listener): Promise<void> {
    for (const { handle } of handlesOf(listener)) {
      const released = await release(listener, handle, false)
      if (!released.ok) find(listener, handle)?.holders.delete(handle)
    }
  }

  return {
    open: (listener, options) =>
      inTurn(async () => {
        const edition = await begin(options)
        if (!edition.ok) return edition
        const handle = unique()
        edition.value.holders.set(handle, listener)
        tellWindows(edition.value, handle)
        const { desk, holders } = edition.value
        return ok({ handle, desk, windows: holders.size })
      }),
    held(listener, handle) {
      const edition = find(listener, handle)
      if (edition === null) return noHandle()
      return ok({ handle, desk: edition.desk, windows: edition.holders.size })
    },
    isOpen: (dir) => open.some(({ desk }) => desk.state().dir === dir),
    tell(desk, event, except) {
      const edition = open.find((candidate) => candidate.desk === desk)
      if (edition !== undefined) tellAll(edition, event, except)
    },
    agreed(desk) {
      const edition = open.find((candidate) => candidate.desk === desk)
      if (edition !== undefined) edition.toldOfChange = false
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
