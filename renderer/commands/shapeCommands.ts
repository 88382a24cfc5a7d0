import { HEAD_FORMS } from '../../core/model/headForm'
import { changeHead, headFormRefusal, headOfChosen } from '../shape/headForms'
import { chosenOf } from '../shape/doing'
import {
  alignChosen,
  allLocked,
  distributeChosen,
  duplicateChosen,
  removeChosen,
  reorderChosen,
  toggleLock,
} from '../shape/frameActions'
import type { CommandsOf } from './command'

export const shapeCommands: CommandsOf = (desk, text) => {
  const chosen = desk.store.get().selection === null ? chosenOf(desk).length : 0
  const { shaping } = text
  const titled = chosen === 1 ? headOfChosen(desk) : null
  const many = (least: number, id: string, label: string, keys: string, run: () => void) => ({
    ...{ id, label, keys, run },
    enabled: chosen >= least,
  })
  return [
    many(1, 'duplicate', shaping.duplicate, 'Ctrl D', () => duplicateChosen(desk, text)),
    many(1, 'remove', shaping.remove, 'Delete', () => removeChosen(desk, text)),
    many(1, 'lock', allLocked(desk) ? shaping.unlock : shaping.lock, 'Ctrl L', () =>
      toggleLock(desk, text),
    ),
    many(1, 'forward', shaping.forward, 'Ctrl ]', () => reorderChosen(desk, text, 1)),
    many(1, 'backward', shaping.backward, 'Ctrl [', () => reorderChosen(desk, text, -1)),
    many(1, 'alignLeft', shaping.alignLeft, '', () => void alignChosen(desk, text, 'left')),
    many(1, 'alignRight', shaping.alignRight, '', () => void alignChosen(desk, text, 'right')),
    many(1, 'alignTop', shaping.alignTop, '', () => void alignChosen(desk, text, 'top')),
    many(1, 'alignBottom', shaping.alignBottom, '', () => void alignChosen(desk, text, 'bottom')),
    many(
      3,
      'distributeAcross',
      shaping.distributeAcross,
      '',
      () => void distributeChosen(desk, text, 'across'),
    ),
    many(
      3,
      'distributeDown',
      shaping.distributeDown,
      '',
      () => void distributeChosen(desk, text, 'down'),
    ),
    ...HEAD_FORMS.map((form) => ({
      ...{ id: `head ${form}`, label: shaping.headAs(shaping.headForms[form]), keys: '' },
      enabled: titled !== null && headFormRefusal(desk, text, titled, form) === null,
      run: () => {
        if (titled !== null) changeHead(desk, text, titled, { form })
      },
    })),
  ]
}
