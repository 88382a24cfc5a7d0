/** Calls about what goes into an edition: texts, pictures, fonts, templates. */
import { join } from 'node:path'
import type { HostApi, Imported } from '../../core/contract'
import { transactionToJson } from '../../core/edit'
import { decodeEdition } from '../../core/format'
import { pagesOf } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Parts, type Result } from '../../core/result'
import { DEFAULT_TEMPLATE } from '../services/defaults'
import { mediaAmong } from '../services/editionMedia'
import { fontOutlines, fontStart, listFontFiles } from '../services/fontFiles'
import { inImportFolder } from '../services/importFolder'
import { isManuscript } from '../services/jobFolder'
import { mergeImport } from '../services/mergeImport'
import type { RunningWork } from '../services/runner'
import type { WorkResult } from '../services/workTask'
import type { Held } from './desks'
import type { Room } from './room'

type MaterialCalls = Pick<
  HostApi,
  | 'listTemplates'
  | 'importFiles'
  | 'cancelImport'
  | 'pictureBytes'
  | 'addPicture'
  | 'bringPictures'
  | 'listFonts'
  | 'fontStart'
  | 'fontOutlines'
>

type ImportOptions = Parameters<HostApi['importFiles']>[0]['options']

/** Two files of one name cannot lie in one folder, and no disk need tell upper from lower case. */
function repeatedName(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    const plain = name.normalize('NFC').toLowerCase()
    if (seen.has(plain)) return name
    seen.add(plain)
  }
  return null
}

const refuse = (code: string, message: string, parts: Parts = {}): Result<never> =>
  err({ severity: 'error', code, message, parts })

export function materialCalls(room: Room): MaterialCalls {
  const { host, listener } = room
  const { desks, deps, recents } = host
  const running = new Map<string, RunningWork>()

  async function merged(
    held: Held,
    result: WorkResult,
    { author, label }: ImportOptions,
  ): Promise<Result<Imported>> {
    const imported = decodeEdition(new Map(Object.entries(result.texts)))
    if (!imported.ok) return imported
    const report: Diagnostic[] = [...result.diagnostics]
    for (const { name, bytes } of result.files) {
      const added = await held.desk.addPicture(name, bytes)
      if (!added.ok) return added
    }
    const { edition, revision } = held.desk.state()
    const options = { author, label, time: deps.now() }
    const merge = mergeImport(edition, imported.value.edition, options)
    return ok({
      transaction: transactionToJson(merge.transaction),
      baseRevision: revision,
      ...{ pages: merge.pages, stories: merge.stories, report, texts: result.raw ?? [] },
    })
  }

  return {
    listTemplates: () => Promise.resolve(ok(host.templates().templates)),
    async importFiles({ handle, files, options }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const { edition, readOnly } = held.value.desk.state()
      if (readOnly) {
        return refuse(
          'edition.read-only',
          'This edition was opened to look only; save it under another name to import into it.',
        )
      }
      if (!files.some(({ name }) => isManuscript(name))) {
        return refuse(
          'import.no-text',
          'There is no text among these files; import a .txt, .docx or .rtf file, or place pictures one by one.',
        )
      }
      const repeated = repeatedName(files.map(({ name }) => name))
      if (repeated !== null) {
        return refuse(
          'import.twice',
          `Two files are called ${repeated}; import them one after the other.`,
          { name: repeated },
        )
      }
      const template = options.template ?? pagesOf(edition)[0]?.template ?? DEFAULT_TEMPLATE
      const known = host.templates().get(template)
      const outcome = await inImportFolder(
        join(deps.userData, 'imports'),
        files,
        async (folder) => {
          const work = deps.runner(
            {
              kind: 'import',
              ...{ folder, onePage: options.onePage },
              template: known.ok ? template : DEFAULT_TEMPLATE,
              today: edition.meta.date,
            },
            (done, total) => listener.emit({ kind: 'importing', handle, done, total }),
          )
          running.set(handle, work)
          const result = await work.outcome
          running.delete(handle)
          return result ?? ok(null)
        },
      )
      if (!outcome.ok || outcome.value === null) return outcome.ok ? ok(null) : outcome
      return merged(held.value, outcome.value, options)
    },
    cancelImport({ handle }) {
      const held = desks.held(listener, handle)
      if (held.ok) running.get(handle)?.cancel()
      return Promise.resolve(held.ok ? ok(null) : held)
    },
    async pictureBytes({ handle, file }) {
      const held = desks.held(listener, handle)
      return held.ok ? held.value.desk.picture(file) : held
    },
    async addPicture({ handle, name, bytes }) {
      const held = desks.held(listener, handle)
      return held.ok ? held.value.desk.addPicture(name, bytes) : held
    },
    async bringPictures({ handle, files }) {
      const held = desks.held(listener, handle)
      if (!held.ok) return held
      const { desk } = held.value
      const dirs = (await recents.places()).map(({ dir }) => dir)
      const here = new Set(await desk.media())
      for (const file of files.filter((one) => !here.has(one))) {
        const bytes = await mediaAmong(dirs, file, deps.fs)
        const added = bytes && (await desk.addPicture(file, bytes))
        if (added?.ok === false) return added
        if (added !== null) here.add(file)
      }
      return ok(files.filter((file) => here.has(file)))
    },
    listFonts: listFontFiles,
    fontStart: ({ id }) => Promise.resolve(fontStart(id)),
    fontOutlines: ({ id, glyphs }) => Promise.resolve(fontOutlines(id, glyphs)),
  }
}
