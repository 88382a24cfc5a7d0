import { useCallback, useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { PageCanvas } from '../canvas/PageCanvas'
import { commandFor, commandsOf, type DeskExits } from '../commands'
import { useEditFocus } from '../commands/editPlace'
import { FindPanel } from '../find/FindPanel'
import { DropFiles } from '../import/DropFiles'
import { ImportDesk } from '../import/ImportDesk'
import type { Chosen } from '../import/files'
import { importInto } from '../import/importing'
import { useText } from '../i18n'
import { fetchWhenIdle, lazily } from '../lazily'
import { NewFromDesk } from '../start/NewFromDesk'
import { Banners } from '../safety/Banners'
import { useExits, useHostEvents, useWindowTitle, type RoomExits } from '../safety/useSafety'
import { Commands } from './Commands'
import { ContextBar } from './ContextBar'
import { DeskContext, useDesk, useDeskState, type Desk } from './context'
import { Dialogs } from './Dialogs'
import { FitBar } from './FitBar'
import { Inspector } from './Inspector'
import { PagesPanel } from '../pages/PagesPanel'
import { PanelGuard } from './PanelGuard'
import { RightTabs } from './RightTabs'
import { Said } from './Said'
import { Side } from './Side'
import { StatusBar } from './StatusBar'
import { StoriesPanel } from './StoriesPanel'
import { TitleBar } from './TitleBar'
import { ToastPlace } from './ToastPlace'
import { ToolBar } from './ToolBar'
import { useKeysToPage } from './useKeysToPage'
import { useSides } from './useSides'

const pressPanels = () => import('../press/panels')
const FindingsPanel = lazily(async () => (await pressPanels()).FindingsPanel)
const OutputPanel = lazily(async () => (await pressPanels()).OutputPanel)
const PlatesPanel = lazily(async () => (await pressPanels()).PlatesPanel)
const PressBar = lazily(async () => (await pressPanels()).PressBar)

export function DeskWindow({ desk, room }: { readonly desk: Desk; readonly room: RoomExits }) {
  return (
    <DeskContext value={desk}>
      <Room room={room} />
    </DeskContext>
  )
}

function Room({ room }: { readonly room: RoomExits }) {
  const text = useText()
  const desk = useDesk()
  const importFiles = useCallback(
    (files: Chosen) => void importInto(desk, text, files),
    [desk, text],
  )
  const stand = useDeskState((state) => state.desk)
  const sides = useSides(desk, stand)
  const { turn, turnBoth } = sides
  const exits = useExits(desk, room, turn, turnBoth)
  useKeys(desk, exits, text)
  useEditFocus(desk)
  useKeysToPage(desk)
  useHostEvents(desk, room)
  useWindowTitle()
  useEffect(fetchWhenIdle, [])
  return (
    <Commands exits={exits}>
      <div className="desk" data-desk={stand}>
        <TitleBar onTurn={turn} />
        <ToolBar />
        <Group {...sides.layout} className="desk-middle" orientation="horizontal" id="desk-makeup">
          <Side name="left" sides={sides} widths={{ least: 216, first: 216, most: 360 }}>
            <Panel id="pages" defaultSize="44" minSize={160}>
              <PanelGuard text={text}>
                <PagesPanel />
              </PanelGuard>
            </Panel>
            <Separator className="splitter across" aria-label={text.resizePages} />
            <Panel id="stories" minSize={160}>
              <PanelGuard text={text}>
                {stand === 'press' ? <PlatesPanel /> : <StoriesPanel />}
              </PanelGuard>
            </Panel>
          </Side>
          <Separator className="splitter" aria-label={text.resizeLeft} />
          <Panel id="centre" minSize={sides.leastPage}>
            <main className="centre">
              <Banners exits={exits} />
              <PanelGuard text={text}>
                {stand === 'press' ? <PressBar /> : <ContextBar />}
              </PanelGuard>
              <PanelGuard text={text}>
                <PageCanvas />
              </PanelGuard>
              {stand === 'makeup' && (
                <>
                  <PanelGuard text={text}>
                    <FindPanel />
                  </PanelGuard>
                  <PanelGuard text={text}>
                    <FitBar />
                  </PanelGuard>
                </>
              )}
            </main>
          </Panel>
          <Separator className="splitter" aria-label={text.resizeRight} />
          <Side name="right" sides={sides} widths={{ least: 320, first: 344, most: 560 }}>
            <Panel id="galley" defaultSize="62" minSize={160}>
              <PanelGuard text={text}>
                {stand === 'press' ? <FindingsPanel /> : <RightTabs />}
              </PanelGuard>
            </Panel>
            <Separator className="splitter across" aria-label={text.resizeGalley} />
            <Panel id="inspector" minSize={120}>
              {stand === 'press' ? (
                <PanelGuard text={text}>
                  <OutputPanel />
                </PanelGuard>
              ) : (
                <section className="panel" aria-label={text.inspector}>
                  <PanelGuard text={text}>
                    <Inspector />
                  </PanelGuard>
                </section>
              )}
            </Panel>
          </Side>
        </Group>
        <PanelGuard text={text}>
          <StatusBar />
        </PanelGuard>
        <PanelGuard text={text} unseen>
          <Said />
        </PanelGuard>
        <ToastPlace />
        <Dialogs />
        <PanelGuard text={text}>
          <NewFromDesk onNew={room.onNew} />
        </PanelGuard>
        <DropFiles host={desk.host} onFiles={importFiles} onOpen={exits.open} />
        <PanelGuard text={text}>
          <ImportDesk />
        </PanelGuard>
      </div>
    </Commands>
  )
}

/** Letters are for what has the focus: text, or a list whose choice they find. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

function useKeys(desk: Desk, exits: DeskExits, text: ReturnType<typeof useText>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F6') return turnRegion(event)
      const { desk: stand, selection } = desk.store.get()
      const writing = (stand === 'makeup' && selection !== null) || takesLetters(event.target)
      const command = commandFor(event, () => commandsOf(desk, text, exits), writing)
      if (command === null) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk, exits, text])
}

const REGIONS = ['title', 'tools', 'left', 'context', 'canvas', 'fit', 'right', 'status'] as const

/** F6 goes from region to region, Shift F6 back. */
function turnRegion(event: KeyboardEvent): void {
  event.preventDefault()
  const here = document.activeElement?.closest('[data-region]')?.getAttribute('data-region')
  const at = REGIONS.findIndex((region) => region === here)
  for (let step = 1; step <= REGIONS.length; step++) {
    const turn = event.shiftKey ? at - step + 2 * REGIONS.length : at + step
    const region = document.querySelector<HTMLElement>(
      `[data-region="${REGIONS[turn % REGIONS.length] ?? ''}"]`,
    )
    if (region?.inert === true) continue
    const target =
      region?.tabIndex === 0
        ? region
        : region?.querySelector<HTMLElement>('button:not(:disabled), input, [tabindex="0"]')
    if (target) return target.focus()
  }
}
