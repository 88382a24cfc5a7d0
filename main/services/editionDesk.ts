/**
 * An edition while it is open, whatever the number of its windows: the one place
 * that numbers changes, and the only writer of its folder.
 */
import { join } from 'node:path'
import { encodeEdition, type EditionTexts } from '../../core/format'
import type { NumberedTransaction } from '../../core/contract'
import type { Edition, Picture } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { writeOutputs } from './atomicWrite'
import type { Appended, ChangeLog } from './changeLog'
import { diskStamp } from './diskStamp'
import { diskTrouble } from './diskTrouble'
import { lockEdition, unlockEdition } from './editionLock'
import { addPictureTo, mediaIn, pictureIn } from './editionMedia'
import { JOURNAL, MEDIA, editionOutput, openEdition } from './editionStore'
import type { FileSystem } from './fileSystem'
import { openJournal, type Journal, type Timer } from './journal'
import type { JournalDisk } from './journalDisk'
import { digestOf, type Mark } from './journalRecords'
import { openSpareMedia } from './spareMedia'

export interface EditionDeskOptions {
  readonly dir: string
  /** It lies among the drafts and has no place of its own yet. */
  readonly isDraft: boolean
  readonly readOnly: boolean
  /** Folder, not there yet, that is the edition's own while it is open. */
  readonly spare: string
  readonly onJournal: (trouble: Diagnostic | null) => void
  readonly fs?: FileSystem
  readonly journalDisk?: JournalDisk
  readonly timer?: Timer
  /** The changes of the last desk on this edition, which go on where they end with what is on disk. */
  readonly former?: ChangeLog | undefined
}

export interface EditionDeskState {
  readonly dir: string
  readonly isDraft: boolean
  readonly readOnly: boolean
  readonly edition: Edition
  readonly revision: number
  readonly savedRevision: number
}

export interface EditionDesk {
  state(): EditionDeskState
  /** Outlives the desk: one that opens the edition again may go on with it. */
  readonly changes: ChangeLog
  /** Changes that were brought back when it was opened. */
  readonly recovered: number
  /** Of the opening. */
  readonly diagnostics: readonly Diagnostic[]
  /** `change` is the sender's name for it: under one name only one change lands. */
  append(change: string, baseRevision: number, transaction: unknown): Result<Appended>
  /** Writes to the journal what it still has in memory only. */
  keep(): Promise<Result<void>>
  save(overwrite: boolean): Promise<Result<void>>
  /** The edition with its pictures in another folder, which is its place from then on. */
  saveAs(dir: string): Promise<Result<void>>
  /** Back to what is on disk. */
  revert(): Promise<Result<void>>
  media(): Promise<readonly string[]>
  picture(file: string): Promise<Result<Uint8Array>>
  addPicture(name: string, bytes: Uint8Array): Promise<Result<Picture>>
  /** Whether its folder was taken away or called otherwise. */
  isGone(): Promise<boolean>
  /** Whether someone else changed what is on disk since it was read or saved. */
  isChangedOnDisk(): Promise<boolean>
  close(discard: boolean): Promise<Result<void>>
}

const refuse = (code: string, message: string, file?: string): Result<never> =>
  err({ severity: 'error', code, message, ...(file === undefined ? {} : { where: { file } }) })

const READ_ONLY = (dir: string): Result<never> =>
  refuse(
    'edition.read-only',
    `${dir} was opened to look only. Save it under another name to change it.`,
    dir,
  )

const GONE = (dir: string): Result<never> =>
  refuse(
    'edition.gone',
    `${dir} is not there any more: it was moved, renamed or removed. Put it back, or save it elsewhere or where it was.`,
    dir,
  )

/** Files that belong to the desk which has an edition open, not to the edition. */
const isProcess = (path: string): boolean => path === JOURNAL || path.startsWith('.')

/** What an opening finds. */
export interface EditionDeskParts extends Required<Omit<EditionDeskOptions, 'former'>> {
  readonly changes: ChangeLog
  readonly snapshot: Mark
  /** Those of the changes that the journal has. */
  readonly entries: readonly NumberedTransaction[]
  readonly journalLength: number
  readonly stamp: string | null
  readonly diagnostics: readonly Diagnostic[]
}

export function createEditionDesk(parts: EditionDeskParts): EditionDesk {
  const { fs, journalDisk, timer, onJournal, changes } = parts
  let { dir, isDraft, readOnly, snapshot, stamp } = parts
  let journal = journalAt(parts.entries, parts.journalLength)
  const spare = openSpareMedia(parts.spare, fs)
  spare.keep(dir)
  let queue: Promise<unknown> = Promise.resolve()

  function journalAt(entries: readonly NumberedTransaction[], length: number): Journal {
    return openJournal({
      path: join(dir, JOURNAL),
      snapshot,
      found: { entries, length },
      onTrouble: onJournal,
      disk: journalDisk,
      timer,
    })
  }

  /** Work on the folder, one after another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }

  const encoded = (): Result<{ readonly texts: EditionTexts; readonly mark: Mark }> => {
    const { edition, revision } = changes
    const texts = encodeEdition(edition)
    return texts.ok
      ? ok({ texts: texts.value, mark: { digest: digestOf(texts.value), revision } })
      : texts
  }

  async function isChangedOnDisk(): Promise<boolean> {
    const now = await diskStamp(dir)
    if (now === null || now === stamp) return false
    const opened = await openEdition(dir, fs)
    const texts = opened.ok ? encodeEdition(opened.value.edition) : opened
    if (!texts.ok || digestOf(texts.value) !== snapshot.digest) return true
    stamp = now
    return false
  }

  const isGone = async (): Promise<boolean> => (await fs.kindOf(dir)) === null

  async function save(overwrite: boolean): Promise<Result<void>> {
    if (readOnly) return READ_ONLY(dir)
    if (!overwrite && (await isGone())) return GONE(dir)
    if (!overwrite && (await isChangedOnDisk())) {
      return refuse(
        'edition.changed-on-disk',
        `${dir} was changed by another program since it was opened. Save over it, or go back to what is on disk.`,
        dir,
      )
    }
    const made = encoded()
    if (!made.ok) return made
    const { mark } = made.value
    const before = changes.edition
    // A journal that cannot be written must not keep the work from being saved.
    await journal.mark(mark)
    const saved = await write(dir, before, new Map())
    if (!saved.ok) return saved
    snapshot = mark
    stamp = await diskStamp(dir)
    await journal.restart(mark)
    return ok(undefined)
  }

  /** The folder of the edition; what it lost with its place it has from the spare ones. */
  async function write(
    target: string,
    edition: Edition,
    media: ReadonlyMap<string, Uint8Array>,
  ): Promise<Result<void>> {
    const output = await editionOutput(target, edition, media, fs)
    if (!output.ok) return output
    const own = output.value.files.filter(({ path }) => target === dir || !isProcess(path))
    const there = new Set(own.map(({ path }) => path))
    const spared = (await isGone()) ? await spare.files() : []
    const files = [...spared.filter(({ path }) => !there.has(path)), ...own]
    return writeOutputs([{ ...output.value, files }], fs)
  }

  /** An edition that another process has open is not replaced under its hands. */
  const isFreeFor = async (target: string): Promise<Result<void>> =>
    (await fs.kindOf(target)) === 'folder' ? lockEdition(target, fs) : ok(undefined)

  async function saveAs(target: string): Promise<Result<void>> {
    if (target === dir) return save(true)
    const isFree = await isFreeFor(target)
    if (!isFree.ok) return isFree
    const made = encoded()
    if (!made.ok) return made
    const { mark } = made.value
    const saved = changes.edition
    const media = new Map<string, Uint8Array>()
    try {
      for (const file of await mediaIn(dir, fs))
        media.set(file, await fs.read(join(dir, MEDIA, file)))
    } catch (error) {
      return err(diskTrouble(error, dir, 'read'))
    }
    const written = await write(target, saved, media)
    if (!written.ok) return written
    const locked = await lockEdition(target, fs)
    if (!locked.ok) return locked
    const former = here()
    ;[dir, isDraft, readOnly, snapshot] = [target, false, false, mark]
    // From here on changes go to the new journal: none comes between two places.
    journal = journalAt(changes.since(mark.revision), 0)
    await journal.flush()
    stamp = await diskStamp(dir)
    await leave(former, true)
    return ok(undefined)
  }

  /** A folder with its pictures: while its own is away they come from the spare ones, and new ones go there. */
  const mediaPlace = async (): Promise<string> => ((await isGone()) ? spare.dir : dir)

  async function addPicture(name: string, bytes: Uint8Array): Promise<Result<Picture>> {
    if (readOnly) return READ_ONLY(dir)
    const added = await addPictureTo(await mediaPlace(), name, bytes, fs)
    spare.keep(dir)
    return added
  }

  const here = () => ({ dir, isDraft, readOnly, journal })

  /** Gives a folder up; `discard` when its journal is of no use any more. */
  async function leave(place: ReturnType<typeof here>, discard: boolean): Promise<Result<void>> {
    if (place.readOnly) {
      await place.journal.abandon()
      return ok(undefined)
    }
    const isEmptyDraft = place.isDraft && changes.revision === 0
    try {
      if (!discard && !isEmptyDraft) {
        const flushed = await place.journal.close()
        if (!flushed.ok) return flushed
      } else {
        await place.journal.abandon()
        if (place.isDraft) await fs.remove(place.dir)
        else await journalDisk.remove(join(place.dir, JOURNAL))
      }
      await unlockEdition(place.dir, fs)
      return ok(undefined)
    } catch (error) {
      return err(diskTrouble(error, place.dir, 'written', false))
    }
  }

  async function close(discard: boolean): Promise<Result<void>> {
    const left = await leave(here(), discard)
    if (left.ok) await spare.close()
    return left
  }

  async function revert(): Promise<Result<void>> {
    const opened = await openEdition(dir, fs)
    const texts = opened.ok ? encodeEdition(opened.value.edition) : opened
    if (!opened.ok) return opened
    if (!texts.ok) return texts
    changes.replace(opened.value.edition)
    snapshot = { digest: digestOf(texts.value), revision: changes.revision }
    stamp = await diskStamp(dir)
    return readOnly ? ok(undefined) : journal.restart(snapshot)
  }

  return {
    state: () => ({
      ...{ dir, isDraft, readOnly },
      ...{ edition: changes.edition, revision: changes.revision },
      savedRevision: snapshot.revision,
    }),
    changes,
    recovered: parts.entries.length,
    diagnostics: parts.diagnostics,
    append(change, base, json) {
      if (readOnly) return READ_ONLY(dir)
      return changes.append(change, base, json, (landed) => journal.append(landed))
    },
    keep: () => inTurn(() => journal.flush()),
    save: (overwrite) => inTurn(() => save(overwrite)),
    saveAs: (target) => inTurn(() => saveAs(target)),
    revert: () => inTurn(revert),
    media: () => inTurn(async () => mediaIn(await mediaPlace(), fs)),
    picture: (file) => inTurn(async () => pictureIn(await mediaPlace(), file, fs)),
    addPicture: (name, bytes) => inTurn(() => addPicture(name, bytes)),
    isGone: () => inTurn(isGone),
    isChangedOnDisk: () => inTurn(isChangedOnDisk),
    close: (discard) => inTurn(() => close(discard)),
  }
}
