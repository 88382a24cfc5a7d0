import { clearGuides } from '../canvas/guides'
import { always, type CommandsOf } from './command'

export const viewCommands: CommandsOf = (desk, text, exits) => {
  const { actions, store } = desk
  return [
    always('fitPage', text.fitPage, 'Ctrl 0', () => actions.fit('page')),
    always('fitWidth', text.fitWidth, 'Ctrl 2', () => actions.fit('width')),
    always('actualSize', text.actualSize, 'Ctrl 1', () => actions.fit('actual')),
    always('zoomIn', text.zoomIn, 'Ctrl =', () => actions.zoomBy(1.25)),
    always('zoomOut', text.zoomOut, 'Ctrl -', () => actions.zoomBy(0.8)),
    always('grid', text.showGrid, "Ctrl '", () => actions.toggle('grid')),
    always('baselines', text.showBaselines, "Ctrl Alt '", () => actions.toggle('baselines')),
    always('edges', text.showEdges, '', () => actions.toggle('edges')),
    always('marks', text.showMarks, 'Ctrl Alt I', () => actions.toggle('marks')),
    always('guides', text.guiding.show, 'Ctrl Alt G', () => actions.toggle('guides')),
    always('clearGuides', text.guiding.clear, '', () => clearGuides(desk, store.get().page)),
    always('preview', text.preview, 'W', () => actions.toggle('preview')),
    always('palette', text.commandBox, 'Ctrl K', () => store.set({ dialog: 'palette' })),
    always('foldSides', text.foldSides, 'Ctrl \\', exits.foldSides),
  ]
}
