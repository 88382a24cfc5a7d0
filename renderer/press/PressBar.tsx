import { useText } from '../i18n'
import { platesShown } from './press'
import { letterOf, proofOf, usePress } from './usePress'

/** Says which inks the canvas shows. */
export function PressBar() {
  const text = useText()
  const state = usePress()
  const proof = proofOf(state)
  const names = proof?.soft.plates.map(({ name }) => name) ?? []
  const shown = platesShown(state, names)
  const words = (): string => {
    if (state.heat) return text.pressing.totalInk
    if (shown.length === names.length) return text.pressing.composite
    if (shown.length === 0) return text.pressing.noPlate
    return text.pressing.someOf(shown.map(letterOf).join(' '))
  }
  return (
    <div className="context-bar" data-region="context">
      {proof === null ? (
        <span>{state.proving.kind === 'failed' ? '' : text.pressing.working}</span>
      ) : (
        <span className="pill">
          <b>{words()}</b>
        </span>
      )}
      <span className="push quiet">{text.pressing.sameGate}</span>
    </div>
  )
}
