import { PageInspector } from '../pages/PageInspector'
import { FrameInspector } from '../shape/FrameInspector'
import { TextInspector } from '../story/TextInspector'
import { useBeside, useSettled } from './context'

/** What is chosen, in columns, lines and characters first, millimetres second. */
export function Inspector() {
  const { snapshot } = useSettled()
  const chosen = useBeside((state) => state.frame)
  const current = useBeside((state) => state.page)
  const page = snapshot.edition.pages[current]
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  if (page === undefined) return null
  if (frame === undefined) return <PageInspector page={page} />
  return (
    <div className="inspectors">
      <TextInspector />
      <FrameInspector frame={frame} page={page} />
    </div>
  )
}
