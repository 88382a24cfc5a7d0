import { useCallback, useLayoutEffect, useRef } from 'react'
import type { useDefaultLayout, usePanelRef } from 'react-resizable-panels'
import type { DeskName } from '../desk/store'

type Side = ReturnType<typeof usePanelRef>
type Layout = ReturnType<typeof useDefaultLayout>

/** Width of both sides on the press desk, CSS pixels. */
const WIDTH = 336

export interface PressSides {
  readonly layout: Layout
  /** Remembers how wide the sides are, while make-up stands. */
  note(): void
}

/** Gives the sides the press desk's width while it stands, and theirs again afterwards; only theirs is kept. */
export function usePressSides(
  stand: DeskName,
  layout: Layout,
  left: Side,
  right: Side,
): PressSides {
  // once the press desk stands, the tools are gone and the room for the sides is another
  const before = useRef<readonly number[]>([])
  const isPress = useRef(false)
  useLayoutEffect(() => {
    if (isPress.current === (stand === 'press')) return
    isPress.current = stand === 'press'
    for (const [i, side] of [left.current, right.current].entries())
      side?.resize(isPress.current ? WIDTH : (before.current[i] ?? WIDTH))
  }, [stand, left, right])
  const note = useCallback(() => {
    before.current = [left.current, right.current].map((side) => side?.getSize().inPixels ?? WIDTH)
  }, [left, right])
  const keptNot = { onLayoutChange: () => undefined, onLayoutChanged: () => undefined }
  return { layout: stand === 'makeup' ? layout : { ...layout, ...keptNot }, note }
}
