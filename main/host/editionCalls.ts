/** Calls about editions: begin, open, change, save, close. */
import { isAbsolute, join, resolve } from 'node:path'
import type { HostApi, OpenedEdition, SavedEdition } from '../../core/contract'
import { encodeEdition } from '../../core/format'
import type { Edition } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import { saveEdition, openEdition as readEdition } from '../services/editionStore'
import { blankEdition, withoutStories } from '../services/newEditions'
import { dataPlaces } from '../services/places'
import { editionName } from '../services/recentEditions'
import type { Held } from './desks'
import type { Room } from './room'
import { withEnding } from './jobs'

const refuse = (code: string, message: string, file?: string): Result<never> =>
  err({ severity: 'error', code, message, ...(file === undefined ? {} : { where: { file } }) })

const unknownRecent = (): Result<never> =>
  refuse('recent.unknown', 'That edition is not in the list of recent ones; open it by its folder.')

/** A held edition as the window reads it. */
async function shown({ handle, desk, windows, standing }: Held): Promise<Result<OpenedEdition>> {
  const { dir, isDraft, readOnly, edition, revision, savedRevision } = desk.state()
  const texts = encodeEdition(edition)
  if (!texts.ok) return texts
  return ok({
    handle,
    name: isDraft ? '' : editionName(dir),
    path: isDraft ? null : dir,
    texts: Object.fromEntries(texts.value),
    ...{ revision, savedRevision },
    media: await desk.media(),
    recovered: desk.recovered,
    ...{ readOnly, windows, ...standing },
    diagnostics: desk.diagnostics,
  })
}

type EditionCalls = Pick<
  HostApi,
  | 'recentEditions'
  | 'forgetRecent'
  | 'newEdition'
  | 'openEdition'
  | 'append'
  | 'resync'
  | 'rejoin'
  | 'save'
  | 'saveAs'
  | 'keep'
  | 'revert'
  | 'close'
>

export function editionCalls(room: Room): EditionCalls {
  const { host, listener, dialogs } = room
  const { desks, recents, deps } = host

  async function open(
    dir: string,
    isDraft: boolean,
    readOnly: boolean,
  ): Promise<Result<OpenedEdition>> {
    const held = await desks.open(listener, { dir, isDraft, readOnly })
    if (!held.ok) {
      // Stands first among the recent ones, so that the window can open it to look.
      if (held.error.code === 'edition.in-use') {
        await recents.note({ dir, isDraft }, null, deps.now())
      }
      return held
    }
    const { edition } = held.value.desk.state()
    await recents.note({ dir, isDraft }, edition, deps.now())
    return shown(held.value)
  }

  async function firstState(
    source: Parameters<HostApi['newEdition']>[0]['source'],
    date: string,
  ): Promise<Result<Edition>> {
    if (source.kind === 'template') {
      const template = host.templates().get(source.template)
      if (!template.ok) return template
      const { pages, folio, publication } = source
      return ok(blankEdition({ template: template.value, pages, folio, publication, date }))
    }
    const place = await recents.place(source.recent)
    if (place === null) return unknownRecent()
    const read = await readEdition(place.dir, deps.fs)
    return read.ok ? ok(withoutStories(read.value.edition, date)) : read
  }

  const savedAs = (held: Held): SavedEdition => {
    const { dir, savedRevision } = held.desk.state()
    return { name: editionName(dir), path: dir, savedRevision }
  }

  async function noteSaved(held: Held): Promise<Result<SavedEdition>> {
    const saved = savedAs(held)
    desks.agreed(held.desk)
    const { edition, dir } = held.desk.state()
    await recents.note({ dir, isDraft: false }, edition, deps.now())
    desks.tell(held.desk, (handle) => ({ kind: 'saved', handle, ...saved }), held.handle)
    return ok(saved)
  }

  async function saveElsewhere(held: Held, title: string): Promise<Result<SavedEdition | null>> {
    const { dir, isDraft, edition } = held.desk.state()
    const { publication, date } = edition.meta
    const name = isDraft ? [publication, date].filter(Boolean).join(' ') : editionName(dir)
    const chosen = await dialogs.choose({
      kind: 'save-edition',
      title,
      folder: isDraft ? deps.documents : resolve(dir, '..'),
      name: withEnding(name, '.banxin'),
    })
    if (chosen === null) return ok(null)
    const target = withEnding(resolve(chosen), '.banxin')
    if (target !== dir && desks.isOpen(target)) {
      return refuse(
        'edition.in-use',
        `${target} is open in another window. Close it there or choose another name.`,
        target,
      )
    }
    const saved = await held.desk.saveAs(target)
    return saved.ok ? noteSaved(held) : saved
  }

  return {
    recentEditions: async () => ok(await recents.list()),
    async forgetRecent({ id }) {
      await recents.forget(id)
      return ok(null)
    },
    async newEdition({ source, date }) {
      const edition = await firstState(source, date)
      if (!edition.ok) return edition
      const dir = join(dataPlaces(deps.userData).drafts, `${deps.unique()}.banxin`)
      const saved = await saveEdition(dir, edition.value, new Map(), deps.fs)
      return saved.ok ? open(dir, true, false) : saved
    },
    async openEdition({ source, readOnly }) {
      if (source.kind === 'recent') {
        const place = await recents.place(source.id)
        return place === null ? unknownRecent() : open(place.dir, place.isDraft, readOnly)
      }
      const { title } = source
      const folder = deps.documents
      const chosen = await dialogs.choose({ kind: 'open-edition', title, folder, name: '' })
      if (chosen === null) return ok(null)
      if (!isAbsolute(chosen)) return refuse('dialog.path', 'The dialog gave no whole path.')
      return open(resolve(chosen), false, readOnly)
    },
    async append({ handle, change, baseRevision, transaction }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const appended = held.value.desk.append(change, baseRevision, transaction)
      if (!appended.ok) return appended
      const { acknowledged, landed, kept } = appended.value
      if (landed !== null) {
        desks.tell(
          held.value.desk,
          (other) => ({ kind: 'appended', handle: other, ...landed }),
          handle,
        )
      }
      await kept
      return ok(acknowledged)
    },
    async resync({ handle }) {
      const held = desks.held(listener, handle)
      return held.ok ? shown(held.value) : held
    },
    async rejoin({ handle, change }) {
      const held = await desks.rejoin(listener, handle)
      if (!held.ok) return held
      const { continues, former } = held.value
      const opened = await shown(held.value)
      if (!opened.ok) return opened
      return ok({ continues, landed: former.has(change), opened: opened.value })
    },
    async save({ handle, overwrite, title }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      if (held.value.desk.state().isDraft) return saveElsewhere(held.value, title)
      const saved = await held.value.desk.save(overwrite)
      return saved.ok ? noteSaved(held.value) : saved
    },
    async saveAs({ handle, title }) {
      const held = desks.held(listener, handle)
      return held.ok ? saveElsewhere(held.value, title) : held
    },
    async keep({ handle }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const kept = await held.value.desk.keep()
      return kept.ok ? ok(null) : kept
    },
    async revert({ handle }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const reverted = await held.value.desk.revert()
      if (!reverted.ok) return reverted
      desks.agreed(held.value.desk)
      desks.tell(held.value.desk, (other) => ({ kind: 'reverted', handle: other }), handle)
      return shown(held.value)
    },
    async close({ handle, discard }) {
      const held = desks.held(listener, handle)
      const released = await desks.release(listener, handle, discard)
      if (!released.ok || !held.ok) return released.ok ? ok(null) : released
      const { dir, isDraft, revision } = held.value.desk.state()
      const isGone = isDraft && (discard || revision === 0) && held.value.windows === 1
      if (isGone) await recents.forget(await recents.note({ dir, isDraft }, null, deps.now()))
      return ok(null)
    },
  }
}
