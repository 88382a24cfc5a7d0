import type { RecentEdition } from '../../core/contract'
import { recentOf } from '../start/recent'
import { always, type CommandsOf } from './command'

export const fileCommands: CommandsOf = (desk, text, exits) => [
  always('new', text.newEdition, 'Ctrl N', () => desk.store.set({ dialog: 'newEdition' })),
  always('open', text.openEdition, 'Ctrl O', () =>
    exits.open({ kind: 'dialog', title: text.openEdition }),
  ),
  ...recentOf(desk)
    .get()
    .editions.map((edition) => ({
      ...always(`recent ${edition.id}`, namesOf(edition), '', () =>
        exits.open({ kind: 'recent', id: edition.id }),
      ),
      enabled: !edition.missing,
    })),
  always('save', text.save, 'Ctrl S', exits.save),
  always('saveAs', text.saveAs, 'Ctrl Shift S', exits.saveAs),
  always('revert', text.safety.revert, '', exits.revert),
  always('close', text.closeEdition, 'Ctrl W', exits.close),
]

const namesOf = ({ publication, date, name }: RecentEdition): string =>
  [publication, date, name].filter((part) => part !== '').join(' ')
