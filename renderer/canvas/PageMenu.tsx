import { ContextMenu } from '@base-ui/react/context-menu'
import type { ReactElement } from 'react'
import { placeAt, type TextPlace } from '../../core/display/hitTest'
import { CommandItem } from '../commands/CommandItem'
import { standOnPage } from '../commands/editPlace'
import { pageMenu, type PageMenuName } from '../commands/menus'
import { useCommands } from '../commands/useCommands'
import { useDesk, useDeskState, type Desk } from '../desk/context'
import { chosenFrames, type DeskState } from '../desk/store'
import { frameAt } from './frameAt'
import { toPage } from './viewport'

/** The glass, with the menu of the right button: what can be done with the text, the frame or the paper there. */
export function PageMenu({ glass }: { readonly glass: ReactElement }) {
  const desk = useDesk()
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={glass} onContextMenu={(event) => chooseUnder(event, desk)} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="menu-place">
          <ContextMenu.Popup
            className="menu"
            finalFocus={() => {
              standOnPage(desk)
              return false
            }}
          >
            <Items />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

function Items() {
  const commands = useCommands()
  const name = useDeskState(menuOf)
  return pageMenu(name, commands).map((id, i) => (
    <CommandItem key={id === '-' ? `line ${i}` : id} {...{ id, commands }} />
  ))
}

const menuOf = ({ desk, selection, frame }: DeskState): PageMenuName => {
  if (desk === 'press') return 'paper'
  return selection !== null ? 'text' : frame !== null ? 'frame' : 'paper'
}

/** What is chosen and has the pointer over it stays so; else what is under the pointer is chosen, as a press would. */
function chooseUnder(event: React.MouseEvent, desk: Desk): void {
  const { store, actions } = desk
  const { desk: stand, view, tool, selection } = store.get()
  if (stand === 'press' || event.button !== 2) return
  const box = event.currentTarget.getBoundingClientRect()
  const point = toPage(view, event.clientX - box.left, event.clientY - box.top)
  if (tool === 'text' || selection !== null) {
    const place = placeAt(actions.lines(), point)
    if (place !== null && !holds(selection, place)) actions.placeCaret(place)
    if (place !== null) return
  }
  const under = frameAt(desk, point)
  const isChosen = under !== null && selection === null && chosenFrames(store.get()).includes(under)
  if (!isChosen) actions.selectFrame(under)
}

function holds(selection: DeskState['selection'], { story, pos }: TextPlace): boolean {
  if (selection === null || selection.story !== story) return false
  const { anchor, head } = selection
  return Math.min(anchor, head) <= pos && pos <= Math.max(anchor, head)
}
