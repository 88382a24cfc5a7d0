import { Menu } from '@base-ui/react/menu'
import { Menubar } from '@base-ui/react/menubar'
import { Check, ChevronRight, PanelLeft, PanelRight, Search } from 'lucide-react'
import { MENUS, submenuOf, type Command } from '../commands'
import { useFocusBefore } from '../commands/editPlace'
import { useCommands } from '../commands/useCommands'
import { useText } from '../i18n'
import { DeskSwitch } from './DeskSwitch'
import { Mark } from './Mark'
import { useDesk, useDeskState, useSettled } from './context'
import { IconButton } from './parts'
import { useHasSystemMenu } from './shell'
import type { Sides } from './useSides'

interface TitleBarProps {
  readonly onTurn: Sides['turn']
}

export function TitleBar({ onTurn }: TitleBarProps) {
  const text = useText()
  const commands = useCommands()
  const hasSystemMenu = useHasSystemMenu()
  const { store } = useDesk()
  const { snapshot } = useSettled()
  const current = useDeskState((state) => state.page)
  const folded = useDeskState((state) => state.folded)
  const { meta, pages } = snapshot.edition
  const page = pages[current]
  return (
    <header className="title-bar" data-region="title">
      <Mark size={18} />
      {!hasSystemMenu && <Menus commands={commands} />}
      <button
        type="button"
        className="command-box"
        onClick={() => store.set({ dialog: 'palette' })}
      >
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <span>
          {meta.publication} {meta.date}
        </span>
        {page !== undefined && <span>{text.pageName(page.folio, page.section)}</span>}
        <span className="unseen">{text.commandBox}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="title-end">
        <DeskSwitch />
        <IconButton
          icon={PanelLeft}
          label={text.leftSide}
          pressed={!folded.left}
          onClick={() => onTurn('left')}
        />
        <IconButton
          icon={PanelRight}
          label={text.rightSide}
          pressed={!folded.right}
          onClick={() => onTurn('right')}
        />
      </div>
    </header>
  )
}

function Menus({ commands }: { readonly commands: readonly Command[] }) {
  const text = useText()
  const before = useFocusBefore()
  return (
    <Menubar className="menu-bar" aria-label={text.menuBar}>
      {MENUS.map(({ name, items }) => (
        <Menu.Root key={name}>
          <Menu.Trigger className="menu-trigger">{text[name]}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="menu-place" sideOffset={4} align="start">
              <Menu.Popup className="menu" finalFocus={before}>
                {items.map((id, i) => (
                  <Item key={id === '-' ? `line ${i}` : id} id={id} commands={commands} />
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  )
}

function Item({ id, commands }: { readonly id: string; readonly commands: readonly Command[] }) {
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
              <Item key={id} id={id} commands={commands} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}
