/** The window's menu as Electron's: the window says what is in it, in its own language. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuItem } from '../../core/contract'
import { assertNever } from '../../core/result'

/** What a window may ask of the system. Undo is not among them: the desk has its own. */
const ROLES = [
  ...['about', 'hide', 'hideOthers', 'unhide', 'quit', 'close', 'minimize', 'zoom'],
  ...['front', 'togglefullscreen', 'services'],
  ...['cut', 'copy', 'paste', 'pasteAndMatchStyle'],
] as const

const isRole = (id: string): id is (typeof ROLES)[number] => ROLES.some((role) => role === id)

export function menuTemplate(
  items: readonly MenuItem[],
  onCommand: (id: string) => void,
): MenuItemConstructorOptions[] {
  return items.flatMap((item): MenuItemConstructorOptions[] => {
    const { id, label, accelerator, enabled, checked } = item
    const named = { label, enabled, ...(accelerator === '' ? {} : { accelerator }) }
    switch (item.kind) {
      case 'separator':
        return [{ type: 'separator' }]
      case 'submenu':
        return [{ label, enabled, submenu: menuTemplate(item.items, onCommand) }]
      case 'role':
        return isRole(id) ? [{ ...(label === '' ? {} : { label }), enabled, role: id }] : []
      case 'command':
        return [
          {
            ...named,
            ...(checked === null ? {} : { type: 'checkbox' as const, checked }),
            click(clicked) {
              // turned by the click already; whether it is on, only the window knows
              if (checked !== null) clicked.checked = checked
              onCommand(id)
            },
          },
        ]
      default:
        return assertNever(item.kind)
    }
  })
}
