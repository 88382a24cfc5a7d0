/** The system's own dialogs for a window. */
import { dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { DialogRequest, Question } from '../../core/contract'
import { assertNever } from '../../core/result'
import type { NativeDialogs } from '../host'

export const nativeDialogs = (window: BrowserWindow): NativeDialogs => ({
  choose: (request) => choose(window, request),
  async ask({ message, detail, buttons, preferred, cancel }: Question) {
    const { response } = await dialog.showMessageBox(window, {
      ...{ message, detail, buttons: [...buttons], defaultId: preferred, cancelId: cancel },
      noLink: true,
    })
    return response
  },
})

async function choose(window: BrowserWindow, request: DialogRequest): Promise<string | null> {
  const { kind, title, folder, name } = request
  switch (kind) {
    case 'open-edition':
    case 'choose-folder': {
      // An edition is a folder; macOS shows it as one file where the association is set up.
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...{ title, defaultPath: folder },
        properties:
          kind === 'open-edition' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    }
    case 'save-edition':
    case 'save-file': {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        ...{ title, defaultPath: join(folder, name) },
      })
      return canceled || filePath === '' ? null : filePath
    }
    default:
      return assertNever(kind)
  }
}
