import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk/context'
import type { Text } from '../i18n'
import type { PageProof, PressState } from './press'

export function usePress(): PressState {
  const { state } = useDesk().press
  return useSyncExternalStore(state.subscribe, state.get)
}

export const proofOf = ({ proving }: PressState): PageProof | null =>
  proving.kind === 'ready' ? proving.proof : null

const LETTERS: Readonly<Record<string, string>> = {
  Cyan: 'C',
  Magenta: 'M',
  Yellow: 'Y',
  Black: 'K',
}

/** The plate's letter; a spot's whole name. */
export const letterOf = (plate: string): string => LETTERS[plate] ?? plate

/** The ink's name in the window's language; a spot has its own. */
export function inkName(plate: string, text: Text): string {
  const names: Readonly<Record<string, string>> = text.pressing.process
  return names[plate] ?? plate
}
