/** Saving, going back and closing: nothing is lost without its maker having said so. */
import { toast } from 'sonner'
import type { HostError, OpenedEdition, Question, SavedEdition } from '../../core/contract'
import type { Text } from '../i18n'
import { AGREED, isUnsaved, type Kept } from './safety'
import { trouble } from '../i18n/trouble'

type Buttons = readonly [first: string, ...rest: string[]]

/** The last button calls off and is what Esc presses; the first is what Enter does. */
async function choose(
  { host }: Pick<Kept, 'host'>,
  text: Text,
  message: string,
  detail: string,
  buttons: Buttons,
): Promise<number> {
  const cancel = buttons.length - 1
  const question: Question = { message, detail, buttons, preferred: 0, cancel }
  const reply = await host.ask({ question })
  if (!reply.ok) toast.error(trouble(text, reply.error))
  return reply.ok ? reply.value : cancel
}

function noteSaved({ session, safety, pictures }: Kept, text: Text, saved: SavedEdition): true {
  session.saved(saved.savedRevision)
  if (safety.get().gone) pictures.renewMissing()
  safety.set({ ...AGREED, name: saved.name, path: saved.path, readOnly: false })
  toast.success(text.savedAs(saved.name))
  return true
}

/** What can be done about a refusal, said with where the work is now. */
async function mend(kept: Kept, text: Text, error: HostError): Promise<boolean> {
  const { safety, session } = kept
  if (error.code === 'edition.changed-on-disk') safety.set({ changedOnDisk: true })
  if (error.code === 'edition.gone') safety.set({ gone: true })
  const inJournal = session.getSnapshot().keeping.kind === 'kept' && safety.get().journal === null
  const where = inJournal ? text.safety.inJournal : text.safety.inMemory
  const detail = `${trouble(text, error)} ${where}`
  const { changedTitle, goneTitle, saveBack, saveOver } = text.safety
  const over =
    error.code === 'edition.changed-on-disk'
      ? { title: changedTitle, button: saveOver }
      : error.code === 'edition.gone'
        ? { title: goneTitle, button: saveBack }
        : null
  if (over !== null) {
    const { saveElsewhere } = text.safety
    const buttons = [saveElsewhere, over.button, text.cancel] as const
    const way = await choose(kept, text, over.title, detail, buttons)
    return way === 0 ? saveAs(kept, text) : way === 1 ? save(kept, text, true) : false
  }
  const { saveElsewhere, goOn } = text.safety
  const isReadOnly = error.code === 'edition.read-only'
  const buttons: Buttons = isReadOnly ? [saveElsewhere, goOn] : [saveElsewhere, text.retry, goOn]
  const way = await choose(kept, text, text.safety.notSaved, detail, buttons)
  if (way === 0) return saveAs(kept, text)
  return !isReadOnly && way === 1 ? save(kept, text) : false
}

/** Answers whether everything is saved. */
export async function save(kept: Kept, text: Text, overwrite = false): Promise<boolean> {
  const { host, session } = kept
  await session.settled()
  const reply = await host.save({ handle: session.handle, overwrite, title: text.save })
  if (!reply.ok) return mend(kept, text, reply.error)
  if (reply.value === null) return false
  return noteSaved(kept, text, reply.value)
}

/** Changes that could not be kept where the edition lay go along to its new place. */
export async function saveAs(kept: Kept, text: Text): Promise<boolean> {
  const { host, session } = kept
  await session.settled()
  const reply = await host.saveAs({ handle: session.handle, title: text.saveAs })
  if (!reply.ok) {
    toast.error(trouble(text, reply.error))
    return false
  }
  if (reply.value === null) return false
  noteSaved(kept, text, reply.value)
  if (session.getSnapshot().keeping.kind !== 'stuck') return true
  session.retry()
  return save(kept, text)
}

/** Back to what is on disk, after a word; null when it was called off. */
export async function revert(kept: Kept, text: Text): Promise<OpenedEdition | null> {
  const { host, session } = kept
  await session.settled()
  if (isUnsaved(session)) {
    const { revertTitle, revertDetail, revert: go } = text.safety
    if ((await choose(kept, text, revertTitle, revertDetail, [go, text.cancel])) !== 0) return null
  }
  const reply = await host.revert({ handle: session.handle })
  if (reply.ok) return reply.value
  toast.error(trouble(text, reply.error))
  return null
}

/** Gives the edition up; false when it stays open. Another window that has it keeps the work. */
export async function leave(kept: Kept, text: Text): Promise<boolean> {
  const { host, session, safety } = kept
  await session.settled()
  let discard = false
  if (isUnsaved(session) && safety.get().windows === 1) {
    const { closeTitle, closeDetail, dontSave } = text.safety
    const name = safety.get().name || text.safety.unnamed
    const way = await choose(kept, text, closeTitle(name), closeDetail, [
      ...([text.save, dontSave, text.cancel] as const),
    ])
    if (way === 2 || (way === 0 && !(await save(kept, text)))) return false
    discard = way === 1
  }
  const reply = await host.close({ handle: session.handle, discard })
  if (!reply.ok) toast.error(trouble(text, reply.error))
  return reply.ok
}

/** Asks the journal to write now what it still holds in memory. */
export async function keepNow({ host, session }: Kept, text: Text): Promise<void> {
  if (session.getSnapshot().keeping.kind === 'stuck') {
    session.retry()
    await session.settled()
  }
  const { keeping } = session.getSnapshot()
  if (keeping.kind === 'stuck') return void toast.error(trouble(text, keeping.error))
  const reply = await host.keep({ handle: session.handle })
  if (!reply.ok) toast.error(trouble(text, reply.error))
}
