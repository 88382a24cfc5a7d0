import { useRef, type ReactNode } from 'react'
import { Group, Panel } from 'react-resizable-panels'
import { useDeskState } from './context'
import type { SideName } from './store'
import { useBusy } from './useBusy'
import type { Sides } from './useSides'

export interface SideProps {
  readonly name: SideName
  readonly sides: Sides
  /** CSS pixels. */
  readonly widths: { readonly least: number; readonly first: number; readonly most: number }
  /** Panels one above the other, and what stands between them. */
  readonly children: ReactNode
}

/** One side of the room, which folds as a whole. */
export function Side({ name, sides, widths, children }: SideProps) {
  const isFolded = useDeskState((state) => state.folded[name])
  const side = useRef<HTMLDivElement>(null)
  useBusy(side)
  return (
    <Panel
      id={name}
      panelRef={sides.panels[name]}
      onResize={sides.noteFolded}
      collapsible
      defaultSize={widths.first}
      minSize={widths.least}
      maxSize={widths.most}
      groupResizeBehavior="preserve-pixel-size"
    >
      <div ref={side} className={`side ${name}-side`} data-region={name} inert={isFolded}>
        <Group orientation="vertical" id={`desk-${name}`}>
          {children}
        </Group>
      </div>
    </Panel>
  )
}
