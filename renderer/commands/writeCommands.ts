import { BLOCK_ROLES, type BlockRole } from '../../core/manuscript/blockRole'
import type { Looseness } from '../../core/manuscript/blockSettings'
import { canLoosen, canRecast, loosenChosen, partOf, toRole } from '../story/recasting'
import { turnSurface } from '../story/storyEvents'
import { always, type Command, type CommandsOf } from './command'

const ROLE_KEYS: Readonly<Partial<Record<BlockRole, string>>> = {
  paragraph: 'Ctrl Alt 0',
  kicker: 'Ctrl Alt 1',
  headline: 'Ctrl Alt 2',
  deck: 'Ctrl Alt 3',
  byline: 'Ctrl Alt 4',
  subhead: 'Ctrl Alt 5',
  readingTip: 'Ctrl Alt 6',
  editorNote: 'Ctrl Alt 7',
}

export const writeCommands: CommandsOf = (desk, text) => {
  const { writing } = text
  const loose = (id: string, label: string, looseness: Looseness): Command => ({
    ...{ id, label, keys: '' },
    get enabled() {
      return canLoosen(desk)
    },
    run: () => loosenChosen(desk, text, looseness),
  })
  return [
    ...BLOCK_ROLES.map((role): Command => ({
      id: `role ${role}`,
      // asked when a menu opens or its key is pressed, not at every key
      get label() {
        const name = writing.roles[role]
        return partOf(desk, role) === null ? writing.makeRole(name) : writing.goToRole(name)
      },
      keys: ROLE_KEYS[role] ?? '',
      get enabled() {
        return partOf(desk, role) !== null || canRecast(desk, role)
      },
      run: () => toRole(desk, text, role),
    })),
    always('storyView', writing.toStoryView, 'Ctrl J', () => turnSurface(desk)),
    loose('tighter', writing.tighter, -1),
    loose('asFalls', writing.asFalls, 0),
    loose('looser', writing.looser, 1),
  ]
}
