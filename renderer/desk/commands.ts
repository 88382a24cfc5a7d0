/** Every command by id, with its words and keys: menus, palette and keyboard read this one table. */
import type { Text } from '../i18n'
import type { Desk } from './context'

export interface Command {
  readonly id: string
  readonly label: string
  /** As shown, with Ctrl for Cmd; empty for none. */
  readonly keys: string
  readonly enabled: boolean
  run(): void
}

/** What leaves the desk: the frame around it does these. */
export interface DeskExits {
  save(): void
  saveAs(): void
  exportDialog(): void
  close(): void
  palette(): void
  foldSides(): void
}

export function commandsOf(desk: Desk, exits: DeskExits, text: Text): readonly Command[] {
  const { actions, store, session } = desk
  const { undoLabel, redoLabel } = session.getSnapshot()
  const always = (id: string, label: string, keys: string, run: () => void): Command => ({
    id,
    label,
    keys,
    enabled: true,
    run,
  })
  return [
    always('save', text.save, 'Ctrl S', exits.save),
    always('saveAs', text.saveAs, 'Ctrl Shift S', exits.saveAs),
    always('export', text.exportPdf, 'Ctrl E', exits.exportDialog),
    always('close', text.closeEdition, 'Ctrl W', exits.close),
    {
      id: 'undo',
      label: undoLabel === null ? text.undo : text.undoWhat(undoLabel),
      keys: 'Ctrl Z',
      enabled: undoLabel !== null,
      run: actions.undo,
    },
    {
      id: 'redo',
      label: redoLabel === null ? text.redo : text.redoWhat(redoLabel),
      keys: 'Ctrl Shift Z',
      enabled: redoLabel !== null,
      run: actions.redo,
    },
    always('fitPage', text.fitPage, 'Ctrl 0', () => actions.fit('page')),
    always('fitWidth', text.fitWidth, 'Ctrl 2', () => actions.fit('width')),
    always('actualSize', text.actualSize, 'Ctrl 1', () => actions.fit('actual')),
    always('zoomIn', text.zoomIn, 'Ctrl =', () => actions.zoomBy(1.25)),
    always('zoomOut', text.zoomOut, 'Ctrl -', () => actions.zoomBy(0.8)),
    always('grid', text.showGrid, "Ctrl '", () => actions.toggle('grid')),
    always('baselines', text.showBaselines, '', () => actions.toggle('baselines')),
    always('edges', text.showEdges, '', () => actions.toggle('edges')),
    always('preview', text.preview, 'W', () => actions.toggle('preview')),
    always('select', text.toolSelect, 'V', () => store.set({ tool: 'select' })),
    always('text', text.toolText, 'T', () => store.set({ tool: 'text' })),
    always('hand', text.toolHand, 'H', () => store.set({ tool: 'hand' })),
    always('zoom', text.toolZoom, 'Z', () => store.set({ tool: 'zoom' })),
    always('palette', text.commandBox, 'Ctrl K', exits.palette),
    always('foldSides', text.foldSides, 'Ctrl \\', exits.foldSides),
  ]
}

const codeOf = (event: KeyboardEvent): string => {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey) parts.push('Shift')
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key)
  return parts.join(' ')
}

const ALSO: Readonly<Record<string, string>> = {
  'Ctrl Y': 'Ctrl Shift Z',
  'Ctrl Shift P': 'Ctrl K',
  'Ctrl +': 'Ctrl =',
  'Ctrl Shift +': 'Ctrl =',
}

/** The command a key stands for. Single letters belong to fields and to a caret in the text. */
export function commandFor(
  event: KeyboardEvent,
  commands: readonly Command[],
  writing: boolean,
): Command | null {
  if (event.isComposing || event.keyCode === 229) return null
  const code = codeOf(event)
  const wanted = ALSO[code] ?? code
  if (writing && !wanted.startsWith('Ctrl')) return null
  return commands.find((command) => command.keys === wanted && command.enabled) ?? null
}
