import { Menu } from '@base-ui/react/menu'
import { Menubar } from '@base-ui/react/menubar'
import { PanelLeft, PanelRight, Search } from 'lucide-react'
import { MENUS, type Command } from '../commands'
import { CommandItem } from '../commands/CommandItem'
import { useFocusBefore } from '../commands/editPlace'
import { useCommands } from '../commands/useCommands'
import { useText } from '../i18n'
import { DeskSwitch } from './DeskSwitch'
import { Mark } from './Mark'
import { useDesk, useBeside, useDeskState, useSettled } from './context'
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
  const current = useBeside((state) => state.page)
  const folded = useDeskState((state) => state.folded)
  const { meta, pages } = snapshot.edition
  const page = pages[current]
  const issue = `${meta.publication} ${meta.date}`
  const pageName = page === undefined ? '' : text.pageName(page.folio, page.section)
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
        <span title={issue}>{issue}</span>
        {pageName !== '' && (
          <span className="command-page" title={pageName}>
            {pageName}
          </span>
        )}
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
                  <CommandItem key={id === '-' ? `line ${i}` : id} id={id} commands={commands} />
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  )
}
