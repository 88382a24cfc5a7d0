/** Dialogs of a window: its own, or events that it answers. */
import { dirname, isAbsolute, join } from 'node:path'
import type {
  DialogRequest,
  FolderEntry,
  FolderListing,
  HostEvent,
  Question,
} from '../../core/contract'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from '../services/diskTrouble'
import type { FileSystem } from '../services/fileSystem'
import type { NativeDialogs } from './types'

export interface WindowDialogs extends NativeDialogs {
  answerPath(dialog: string, path: string | null): Result<null>
  answerButton(dialog: string, button: number): Result<null>
  listFolder(dialog: string, path: string): Promise<Result<FolderListing>>
  /** The window is gone: every dialog counts as called off. */
  close(): void
}

interface Parts {
  readonly native: NativeDialogs | null
  readonly emit: (event: HostEvent) => void
  readonly unique: () => string
  readonly fs: FileSystem
}

interface Pending<T> {
  readonly resolve: (answer: T) => void
  readonly cancelled: T
}

const none = (): Result<never> =>
  err({ severity: 'error', code: 'dialog.none', message: 'There is no such dialog open.' })

export function windowDialogs({ native, emit, unique, fs }: Parts): WindowDialogs {
  const paths = new Map<string, Pending<string | null>>()
  const buttons = new Map<string, Pending<number>>()

  function pend<T>(pending: Map<string, Pending<T>>, cancelled: T, show: (id: string) => void) {
    const dialog = unique()
    const answer = new Promise<T>((resolve) => pending.set(dialog, { resolve, cancelled }))
    show(dialog)
    return answer
  }

  function settle<T>(pending: Map<string, Pending<T>>, dialog: string, answer: T): Result<null> {
    const found = pending.get(dialog)
    if (found === undefined) return none()
    pending.delete(dialog)
    found.resolve(answer)
    return ok(null)
  }

  return {
    choose: (request: DialogRequest) =>
      native?.choose(request) ??
      pend(paths, null, (dialog) => emit({ kind: 'dialog', dialog, request })),
    ask: (question: Question) =>
      native?.ask(question) ??
      pend(buttons, question.cancel, (dialog) => emit({ kind: 'question', dialog, question })),
    answerPath(dialog, path) {
      if (path !== null && !isAbsolute(path)) {
        const message = 'A dialog must be answered with a whole path.'
        return err({ severity: 'error', code: 'dialog.path', message })
      }
      return settle(paths, dialog, path)
    },
    answerButton: (dialog, button) => settle(buttons, dialog, button),
    async listFolder(dialog, path) {
      if (!paths.has(dialog)) return none()
      try {
        return ok(await listing(path, fs))
      } catch (error) {
        return err(diskTrouble(error, path, 'read'))
      }
    },
    close() {
      for (const [dialog, { cancelled }] of [...paths]) settle(paths, dialog, cancelled)
      for (const [dialog, { cancelled }] of [...buttons]) settle(buttons, dialog, cancelled)
    },
  }
}

async function listing(path: string, fs: FileSystem): Promise<FolderListing> {
  const folder = isAbsolute(path) ? join(path) : join('/', path)
  const entries = (await fs.list(folder)).flatMap(({ name, kind }): readonly FolderEntry[] => {
    if (name.startsWith('.') || kind === 'other') return []
    if (kind === 'file') return [{ name, kind }]
    return [{ name, kind: name.endsWith('.banxin') ? 'edition' : 'folder' }]
  })
  const parent = dirname(folder)
  return { path: folder, parent: parent === folder ? null : parent, entries }
}
