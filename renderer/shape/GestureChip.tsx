/** The slip at the pointer while a gesture lasts. */
import { useSyncExternalStore } from 'react'
import { useDesk, useDeskState } from '../desk/context'

/** CSS pixels from the pointer, and the slip's room at the canvas's edges. */
const OFF = 18
const WIDE = 300
const HIGH = 64

export function GestureChip() {
  const { ghost } = useDesk()
  const { chip } = useSyncExternalStore(ghost.subscribe, ghost.get)
  const canvas = useDeskState((state) => state.canvas)
  if (chip === null) return null
  const left = chip.x + OFF + WIDE > canvas.width ? Math.max(4, chip.x - OFF - WIDE) : chip.x + OFF
  const top = chip.y + OFF + HIGH > canvas.height ? chip.y - OFF - HIGH : chip.y + OFF
  return (
    <div className="gesture-chip" style={{ left, top }} role="status">
      {chip.size !== '' && <span>{chip.size}</span>}
      {(chip.fit !== null || chip.note !== '') && (
        <span>
          {chip.fit !== null && <b className={`fit-${chip.fit.kind}`}>{chip.fit.words}</b>}
          {chip.note !== '' && <i>{chip.note}</i>}
        </span>
      )}
    </div>
  )
}
