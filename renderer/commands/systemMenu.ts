/** The menus as the system's menu bar takes them. */
import type { AppInfo, MenuItem } from '../../core/contract'
import type { Text } from '../i18n'
import type { Command } from './command'
import { isDeskKey } from './keys'
import { MENUS, submenuOf } from './menus'

const plain: MenuItem = {
  ...{ kind: 'separator', id: '', label: '', accelerator: '' },
  ...{ enabled: true, checked: null, items: [] },
}

const NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** A key as Electron writes it; empty for one that belongs to the text while it is written. */
export const acceleratorOf = (keys: string): string =>
  isDeskKey(keys)
    ? keys
        .split(' ')
        .map((key) => NAMES[key] ?? key)
        .join('+')
    : ''

/** What the system does itself, in whatever has the focus; on macOS the clipboard's keys come from these. */
const ROLES: Readonly<Record<string, string>> = {
  ...{ cut: 'cut', copy: 'copy', paste: 'paste', pastePlain: 'pasteAndMatchStyle' },
}

function itemOf(id: string, commands: readonly Command[], text: Text): readonly MenuItem[] {
  if (id === '-') return [plain]
  const below = submenuOf(id, commands)
  if (below !== null) {
    const items = below.flatMap((one) => itemOf(one.id, commands, text))
    return [{ ...plain, kind: 'submenu', label: text.recentMenu, enabled: items.length > 0, items }]
  }
  const command = commands.find((one) => one.id === id)
  if (command === undefined) return []
  const { label, enabled } = command
  const role = ROLES[id]
  if (role !== undefined) return [{ ...plain, kind: 'role', id: role, label, enabled }]
  const accelerator = acceleratorOf(command.keys)
  const checked = command.checked ?? null
  return [{ ...plain, kind: 'command', id, label, enabled, accelerator, checked }]
}

const roles = (label: string, ...ids: readonly string[]): MenuItem => ({
  ...{ ...plain, kind: 'submenu', label },
  items: ids.map((id) => (id === '-' ? plain : { ...plain, kind: 'role', id })),
})

/** On macOS the system's own entries stand about ours. */
export function systemMenu(
  commands: readonly Command[],
  text: Text,
  platform: AppInfo['platform'],
): readonly MenuItem[] {
  const own = MENUS.map(({ name, items }): MenuItem => {
    return {
      ...{ ...plain, kind: 'submenu', label: text[name] },
      items: items.flatMap((id) => itemOf(id, commands, text)),
    }
  })
  if (platform !== 'darwin') return own
  const [help, ...others] = [...own].reverse()
  const app = roles(
    text.appName,
    'about',
    '-',
    'services',
    '-',
    'hide',
    'hideOthers',
    'unhide',
    '-',
    'quit',
  )
  const window = roles(text.windowMenu, 'minimize', 'zoom', '-', 'front')
  // what stands last there is taken for help and has the system's search
  return [app, ...others.reverse(), window, ...(help === undefined ? [] : [help])]
}
