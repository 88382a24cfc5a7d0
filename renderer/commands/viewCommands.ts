import { clearGuides } from '../canvas/guides'
import type { Aid, SideName } from '../desk/store'
import { always, switched, type Command, type CommandsOf } from './command'

export const viewCommands: CommandsOf = (desk, text, exits) => {
  const { actions, store } = desk
  const aid = (name: Aid, label: string, keys: string): Command =>
    switched(
      name,
      label,
      keys,
      () => store.get()[name],
      () => actions.toggle(name),
    )
  const isFolded = (name: SideName): boolean => store.get().folded[name]
  const side = (name: SideName, label: string): Command =>
    switched(
      `${name}Side`,
      label,
      '',
      () => !isFolded(name),
      () => exits.foldSide(name),
    )
  const areFolded = (): boolean => isFolded('left') && isFolded('right')
  return [
    always('fitPage', text.fitPage, 'Ctrl 0', () => actions.fit('page')),
    always('fitWidth', text.fitWidth, 'Ctrl 2', () => actions.fit('width')),
    always('actualSize', text.actualSize, 'Ctrl 1', () => actions.fit('actual')),
    always('zoomIn', text.zoomIn, 'Ctrl =', () => actions.zoomBy(1.25)),
    always('zoomOut', text.zoomOut, 'Ctrl -', () => actions.zoomBy(0.8)),
    aid('grid', text.showGrid, "Ctrl '"),
    aid('baselines', text.showBaselines, "Ctrl Alt '"),
    aid('edges', text.showEdges, ''),
    aid('marks', text.showMarks, 'Ctrl Alt I'),
    aid('guides', text.guiding.show, 'Ctrl Alt G'),
    always('clearGuides', text.guiding.clear, '', () => clearGuides(desk, store.get().page)),
    aid('preview', text.preview, 'W'),
    always('palette', text.commandBox, 'Ctrl K', () => store.set({ dialog: 'palette' })),
    side('left', text.leftSide),
    side('right', text.rightSide),
    switched('foldSides', text.foldSides, 'Ctrl \\', areFolded, exits.foldSides),
  ]
}
