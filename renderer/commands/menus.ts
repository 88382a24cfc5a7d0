import type { Command } from './command'

/** The menu bar: each menu's commands by id, `-` for a line between, `recent *` a submenu of all whose id begins so. */
export const MENUS = [
  {
    name: 'file',
    items: [
      'new',
      'open',
      'recent *',
      '-',
      'import',
      'importReport',
      '-',
      'save',
      'saveAs',
      'revert',
      '-',
      'export',
      'print',
      '-',
      'close',
    ],
  },
  {
    name: 'edit',
    items: [
      ...['undo', 'redo', '-'],
      ...['cut', 'copy', 'paste', 'pastePlain', 'pasteInPlace', 'selectAll', '-'],
      ...['find', 'replace', 'findEdition', 'findNext', 'findPrevious'],
    ],
  },
  {
    name: 'textMenu',
    items: [
      ...['role paragraph', 'role subhead', 'role readingTip', 'role editorNote', '-'],
      ...['role kicker', 'role headline', 'role deck', 'role byline', '-'],
      ...['role figureTitle', 'role caption', 'role credit', '-'],
      ...['tighter', 'asFalls', 'looser', '-', 'storyView'],
    ],
  },
  {
    name: 'pageMenu',
    items: [
      ...['makeUp', 'makeUpAll', 'nextProposal', 'fillFrames', 'keepWhite', '-'],
      ...['previousPage', 'nextPage', '-'],
      ...['addPage', 'copyPage', 'pageUp', 'pageDown', 'removePage'],
    ],
  },
  {
    name: 'frameMenu',
    items: [
      ...['duplicate', 'remove', 'lock', '-', 'backward', 'forward', '-'],
      ...['alignLeft', 'alignRight', 'alignTop', 'alignBottom', '-'],
      ...['distributeAcross', 'distributeDown', '-'],
      ...['placePicture', 'crop', 'relink'],
    ],
  },
  {
    name: 'view',
    items: [
      ...['fitPage', 'fitWidth', 'actualSize', 'zoomIn', 'zoomOut', '-'],
      ...['grid', 'baselines', 'edges', 'marks', 'guides', 'clearGuides', 'preview', '-'],
      ...['problems', 'nextProblem', 'previousProblem', '-'],
      ...['deskMakeup', 'deskPress', 'heat', '-', 'leftSide', 'rightSide', 'foldSides'],
    ],
  },
  { name: 'helpMenu', items: ['palette', 'keyMap', '-', 'about', 'licences'] },
] as const

/** The menus of the right button on the page: of a text, of the chosen frames, of the paper. */
const PAGE_MENUS = {
  text: [
    ...['cut', 'copy', 'paste', 'pastePlain', 'selectAll', '-'],
    ...['role paragraph', 'role subhead', 'role readingTip', 'role editorNote', '-'],
    ...['role kicker', 'role headline', 'role deck', 'role byline', '-'],
    ...['tighter', 'asFalls', 'looser'],
  ],
  frame: [
    ...['cut', 'copy', 'paste', 'pasteInPlace', '-'],
    ...['crop', 'relink', '-', 'duplicate', 'remove', 'lock', '-', 'backward', 'forward', '-'],
    ...['alignLeft', 'alignRight', 'alignTop', 'alignBottom', '-'],
    ...['distributeAcross', 'distributeDown'],
  ],
  paper: [
    ...['paste', 'pasteInPlace', 'selectAll', '-', 'makeUp', 'makeUpAll', 'nextProposal', '-'],
    ...['fitPage', 'fitWidth', 'actualSize', '-'],
    ...['grid', 'baselines', 'edges', 'marks', 'guides', 'clearGuides', 'preview'],
  ],
} as const

export type PageMenuName = keyof typeof PAGE_MENUS

/** The entries of a menu of the page that apply now, with no line at an end or beside another. */
export function pageMenu(name: PageMenuName, commands: readonly Command[]): readonly string[] {
  const can = new Set(commands.flatMap(({ id, enabled }) => (enabled ? [id] : [])))
  const apply = PAGE_MENUS[name].filter((id) => id === '-' || can.has(id))
  return apply.filter((id, i) => id !== '-' || (i > 0 && (apply[i + 1] ?? '-') !== '-'))
}

const SUBMENU = /^(?<kind>[a-z]+ )\*$/u

/** The commands of an entry that is a submenu; null for any other. */
export function submenuOf(id: string, commands: readonly Command[]): readonly Command[] | null {
  const kind = SUBMENU.exec(id)?.groups?.['kind']
  return kind === undefined ? null : commands.filter((command) => command.id.startsWith(kind))
}
