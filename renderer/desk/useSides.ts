/** The sides of the room: which are folded, how wide they are, and that a narrow window folds them by itself. */
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useDefaultLayout, usePanelRef } from 'react-resizable-panels'
import { usePressSides } from '../press/usePressSides'
import type { Desk } from './context'
import type { DeskName, SideName } from './store'

type SidePanel = ReturnType<typeof usePanelRef>

export interface Sides {
  readonly panels: Readonly<Record<SideName, SidePanel>>
  readonly layout: ReturnType<typeof useDefaultLayout>
  /** Least width of the page between them, CSS pixels. */
  readonly leastPage: number
  /** Tells the desk's state which sides are folded. */
  noteFolded(): void
  /** Folds a side, or unfolds it. */
  turn(side: SideName): void
  /** Folds both, or unfolds what is folded. */
  turnBoth(): void
}

const SIDES: readonly SideName[] = ['left', 'right']

/** Windows narrower than this have no room for the left side, and then none for the right: a small screen, or the browser's zoom. */
const NO_LEFT = '(width < 1100px)'
const NO_RIGHT = '(width < 840px)'

export function useSides({ store }: Desk, stand: DeskName): Sides {
  const left = usePanelRef()
  const right = usePanelRef()
  const panels = useRef({ left, right }).current
  const isNarrow = { left: useMedia(NO_LEFT), right: useMedia(NO_RIGHT) }
  const across = useDefaultLayout({ id: 'desk-makeup', storage: localStorage })
  const pressSides = usePressSides(stand, across, left, right)
  const foldedForRoom = useRef({ left: false, right: false })
  /** Widths of the sides while there was room for both; 0 of one that was folded. */
  const widths = useRef({ left: 0, right: 0 })
  useEffect(() => {
    const fold = (): void => {
      if (SIDES.every((side) => isNarrow[side] === foldedForRoom.current[side])) return
      for (const side of SIDES) {
        const panel = panels[side].current
        if (isNarrow[side] === foldedForRoom.current[side]) continue
        if (isNarrow[side]) panel?.collapse()
        else panel?.expand()
        foldedForRoom.current[side] = isNarrow[side]
      }
      // what unfolds has its least width at first
      if (!isNarrow.left)
        for (const side of SIDES) panels[side].current?.resize(widths.current[side])
    }
    // the panels learn of the window's width after this: they would undo what is done before
    const later = setTimeout(fold)
    return () => clearTimeout(later)
  }, [isNarrow.left, isNarrow.right, panels])
  const turn = useCallback(
    (side: SideName) => {
      const panel = panels[side].current
      if (panel?.isCollapsed() !== true) return panel?.collapse()
      if (foldedForRoom.current.right)
        panels[side === 'left' ? 'right' : 'left'].current?.collapse()
      panel.expand()
    },
    [panels],
  )
  const turnBoth = useCallback(() => {
    const areFolded = SIDES.every((side) => panels[side].current?.isCollapsed())
    if (areFolded && foldedForRoom.current.right) return turn('right')
    for (const side of SIDES) {
      if (areFolded) panels[side].current?.expand()
      else panels[side].current?.collapse()
    }
  }, [panels, turn])
  const noteFolded = useCallback(() => {
    const isFolded = (side: SideName): boolean => panels[side].current?.isCollapsed() === true
    const folded = { left: isFolded('left'), right: isFolded('right') }
    if (!foldedForRoom.current.left && !window.matchMedia(NO_LEFT).matches)
      for (const side of SIDES) widths.current[side] = panels[side].current?.getSize().inPixels ?? 0
    const { folded: was, desk } = store.get()
    if (desk === 'makeup') pressSides.note()
    if (SIDES.some((side) => was[side] !== folded[side])) store.set({ folded })
  }, [panels, store, pressSides.note])
  useEffect(() => {
    let was = store.get().folded
    return store.subscribe(() => {
      const { folded } = store.get()
      for (const side of SIDES)
        if (was[side] && !folded[side] && panels[side].current?.isCollapsed() === true) turn(side)
      was = folded
    })
  }, [panels, store, turn])
  // what a narrow window folds is not how the sides are wanted
  const keptNot = { onLayoutChange: () => undefined, onLayoutChanged: () => undefined }
  const layout = isNarrow.left ? { ...pressSides.layout, ...keptNot } : pressSides.layout
  const leastPage = isNarrow.left ? 240 : 560
  return { panels, layout, leastPage, noteFolded, turn, turnBoth }
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
