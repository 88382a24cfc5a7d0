import { Menu } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import { useText } from '../i18n'
import type { Command } from './command'
import { submenuOf } from './menus'

/** One of the commands, by its id in `MENUS`: a line between others, a submenu, or what it does. */
export function CommandItem(props: { readonly id: string; readonly commands: readonly Command[] }) {
  const { id, commands } = props
  const below = submenuOf(id, commands)
  if (below !== null) return <Submenu commands={below} />
  const command = commands.find((one) => one.id === id)
  if (command === undefined) return <Menu.Separator className="menu-line" />
  const content = (
    <>
      {command.label}
      {command.keys !== '' && <kbd>{command.keys}</kbd>}
    </>
  )
  const { checked, enabled, run } = command
  if (checked === undefined)
    return (
      <Menu.Item className="menu-item" disabled={!enabled} onClick={run}>
        {content}
      </Menu.Item>
    )
  return (
    <Menu.CheckboxItem
      className="menu-item"
      disabled={!enabled}
      checked={checked}
      onCheckedChange={run}
      closeOnClick
    >
      <Menu.CheckboxItemIndicator className="menu-check">
        <Check size={14} strokeWidth={2} aria-hidden />
      </Menu.CheckboxItemIndicator>
      {content}
    </Menu.CheckboxItem>
  )
}

function Submenu({ commands }: { readonly commands: readonly Command[] }) {
  const text = useText()
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item" disabled={commands.length === 0}>
        {text.recentMenu}
        <ChevronRight size={14} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={-4} alignOffset={-4}>
          <Menu.Popup className="menu">
            {commands.map(({ id }) => (
              <CommandItem key={id} id={id} commands={commands} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}
