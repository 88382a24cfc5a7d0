import { always, type CommandsOf } from './command'

export const viewCommands: CommandsOf = ({ actions, store }, text, exits) => [
  always('fitPage', text.fitPage, 'Ctrl 0', () => actions.fit('page')),
  always('fitWidth', text.fitWidth, 'Ctrl 2', () => actions.fit('width')),
  always('actualSize', text.actualSize, 'Ctrl 1', () => actions.fit('actual')),
  always('zoomIn', text.zoomIn, 'Ctrl =', () => actions.zoomBy(1.25)),
  always('zoomOut', text.zoomOut, 'Ctrl -', () => actions.zoomBy(0.8)),
  always('grid', text.showGrid, "Ctrl '", () => actions.toggle('grid')),
  always('baselines', text.showBaselines, '', () => actions.toggle('baselines')),
  always('edges', text.showEdges, '', () => actions.toggle('edges')),
  always('preview', text.preview, 'W', () => actions.toggle('preview')),
  always('palette', text.commandBox, 'Ctrl K', () => store.set({ dialog: 'palette' })),
  always('foldSides', text.foldSides, 'Ctrl \\', exits.foldSides),
]
