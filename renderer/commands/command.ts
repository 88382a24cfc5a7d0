/** A thing the desk can do, by name: menus, palette and keyboard read the same table. */
import type { OpenSource } from '../../core/contract'
import type { Desk } from '../desk/context'
import type { SideName } from '../desk/store'
import type { Text } from '../i18n'

export interface Command {
  readonly id: string
  readonly label: string
  /** As shown, with Ctrl for Cmd; empty for none. */
  readonly keys: string
  readonly enabled: boolean
  /** Of what is on or off, shown with a mark while it is on; asked anew whenever it is shown. */
  readonly checked?: boolean
  /** The key is the platform's own, or does other things elsewhere: shown, never taken. */
  readonly isShownOnly?: true
  run(): void
}

/** What leaves the desk: the frame around it does these. */
export interface DeskExits {
  open(source: OpenSource): void
  save(): void
  /** Whatever another program did to the files. */
  saveOver(): void
  saveAs(): void
  revert(): void
  close(): void
  foldSide(side: SideName): void
  foldSides(): void
}

/** The commands of one part of the desk, as they stand now. */
export type CommandsOf = (desk: Desk, text: Text, exits: DeskExits) => readonly Command[]

/** A command that can always be given. */
export const always = (id: string, label: string, keys: string, run: () => void): Command => ({
  id,
  label,
  keys,
  enabled: true,
  run,
})

/** What is on or off, and can always be turned. */
export const switched = (
  id: string,
  label: string,
  keys: string,
  isOn: () => boolean,
  run: () => void,
): Command => ({
  ...always(id, label, keys, run),
  get checked() {
    return isOn()
  },
})
