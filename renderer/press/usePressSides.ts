import { useLayoutEffect, useRef } from 'react'
import type { useDefaultLayout, usePanelRef } from 'react-resizable-panels'
import type { DeskName } from '../desk/store'

type Side = ReturnType<typeof usePanelRef>
type Layout = ReturnType<typeof useDefaultLayout>

/** Width of both sides on the press desk, CSS pixels. */
const WIDTH = 336

/** Gives the sides the press desk's width while it stands, and theirs again afterwards; only theirs is kept. */
export function usePressSides(stand: DeskName, layout: Layout, left: Side, right: Side): Layout {
  const before = useRef<readonly number[] | null>(null)
  useLayoutEffect(() => {
    const sides = [left.current, right.current]
    if (stand === 'press') {
      before.current = sides.map((side) => side?.getSize().inPixels ?? WIDTH)
      for (const side of sides) side?.resize(WIDTH)
    } else if (before.current !== null) {
      for (const [i, side] of sides.entries()) side?.resize(before.current[i] ?? WIDTH)
      before.current = null
    }
  }, [stand, left, right])
  return stand === 'makeup'
    ? layout
    : { ...layout, onLayoutChange: () => undefined, onLayoutChanged: () => undefined }
}
