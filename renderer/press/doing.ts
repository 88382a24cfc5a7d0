/** What the press desk does. */
import { reveal } from '../canvas/viewport'
import type { Desk } from '../desk/context'
import type { DeskName } from '../desk/store'

/** Goes to another desk: view and selection stay, what was being drawn or cropped ends. */
export function switchDesk({ store }: Desk, desk: DeskName): void {
  if (desk === store.get().desk) return
  store.set({ desk, hover: null, preedit: null, cropping: false, trial: null })
  document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus({ preventScroll: true })
}

export const heatShown = ({ press }: Desk): boolean => press.state.get().heat

/** On or off; from a plate shown alone to that one among all others. */
export function togglePlate({ press }: Desk, name: string): void {
  const { off } = press.state.get()
  const next = off.includes(name) ? off.filter((one) => one !== name) : [...off, name]
  press.state.set({ off: next, single: null, heat: false })
}

/** One plate alone; a second time all of them again. */
export function showAlone({ press }: Desk, name: string): void {
  const { single } = press.state.get()
  press.state.set({ single: single === name ? null : name, off: [], heat: false })
}

/** Shows where a finding is: its area in view and outlined. */
export function goToFinding({ press, store }: Desk, index: number): void {
  const { proving } = press.state.get()
  const finding = proving.kind === 'ready' ? proving.proof.soft.findings[index] : undefined
  if (finding === undefined) return
  press.state.set({ finding: index })
  const { view, canvas } = store.get()
  const moved = reveal(view, canvas, finding.area)
  if (moved !== view) store.set({ view: moved, fit: null })
}

/** The next finding of the page, or with -1 the one before. */
export function stepFinding(desk: Desk, by: 1 | -1): void {
  const { proving, finding } = desk.press.state.get()
  const count = proving.kind === 'ready' ? proving.proof.soft.findings.length : 0
  if (count === 0) return
  const from = finding ?? (by > 0 ? -1 : 0)
  goToFinding(desk, (from + by + count) % count)
}
