import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { caretOf } from '../../core/display/hitTest'
import { shownEdition, useDesk, useDeskState, type Desk } from '../desk/context'
import { inOneTurn } from '../desk/inOneTurn'
import { headPlace, type DeskName } from '../desk/store'
import { FrameTags } from '../desk/FrameTags'
import { ProposalBar } from '../pages/ProposalBar'
import { useText, type Text } from '../i18n'
import { pageOf } from '../session/composer'
import { storyEvents, surfacesOf } from '../story/storyEvents'
import { createStoryInput } from '../story/storyInput'
import type { StoryInput } from '../story/surface'
import { cropKey } from '../pictures/cropping'
import { usePastedPicture } from '../pictures/usePastedPicture'
import { useFrameClipboard } from '../shape/useFrameClipboard'
import { frameKey } from '../shape/keys'
import { GestureChip } from '../shape/GestureChip'
import { PageMirror } from './PageMirror'
import { PageMenu } from './PageMenu'
import { createPageView } from './pageView'
import { RULER } from './rulers'
import { useDrop } from './useDrop'
import { useRulers } from './useRulers'
import { useRulerGuides } from './useRulerGuides'
import { usePointer } from './usePointer'
import { fitView, toScreen, type Viewport } from './viewport'

/** The page under glass, its rulers and the unseen editor at the caret. */
export function PageCanvas() {
  const desk = useDesk()
  const text = useText()
  const area = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const across = useRef<HTMLCanvasElement>(null)
  const down = useRef<HTMLCanvasElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const input = useRef<StoryInput | null>(null)
  const tool = useDeskState((state) => (state.desk === 'press' ? 'hand' : state.tool))
  const [metric, setMetric] = useState(false)

  useCanvasSize(area, desk)
  useStoryInput(surface, input, desk, text)
  useLayoutEffect(() => {
    if (canvas.current === null) return
    const view = createPageView(canvas.current, desk)
    return () => view.stop()
  }, [desk])
  useRulers(across, down, desk, text.rulerColumn, metric)
  const tools = useMemo(
    () => ({
      span: (pos: number, whole: boolean): readonly [number, number] =>
        input.current?.span(pos, whole) ?? [pos, pos],
      focusText: () => input.current?.focus(),
    }),
    [],
  )
  usePointer(area, desk, tools)
  useRulerGuides(across, 'across', area, desk, tools)
  useRulerGuides(down, 'down', area, desk, tools)
  useDrop(area, desk)
  useFrameClipboard(desk)
  usePastedPicture(desk)

  return (
    <div className="canvas">
      <button
        type="button"
        className="ruler-corner"
        aria-pressed={metric}
        aria-label={`${text.column} · ${text.row} / mm`}
        onClick={() => setMetric(!metric)}
      >
        {metric ? 'mm' : text.rulerUnit}
      </button>
      <canvas ref={across} className="ruler-across" height={RULER} aria-hidden />
      <canvas ref={down} className="ruler-down" width={RULER} aria-hidden />
      <PageMenu
        glass={
          <div
            ref={area}
            className="glass"
            role="application"
            aria-label={text.page}
            tabIndex={0}
            data-region="canvas"
            data-tool={tool}
            onKeyDown={(event) => onGlassKey(event, desk, text, input.current)}
          >
            <canvas ref={canvas} className="page" aria-hidden />
            <PageMirror />
            <FrameTags />
            <ProposalBar />
            <GestureChip />
            <div ref={surface} className="input-surface" />
          </div>
        }
      />
    </div>
  )
}

/** Enter on a chosen frame puts the caret at its text's start; a key the text took is done with. */
function onGlassKey(
  event: React.KeyboardEvent,
  desk: Desk,
  text: Text,
  input: StoryInput | null,
): void {
  if (event.defaultPrevented || desk.store.get().desk === 'press') return
  if (cropKey(event.nativeEvent, desk, text) || frameKey(event.nativeEvent, desk, text))
    return event.preventDefault()
  const { frame, selection } = desk.store.get()
  const own = event.target === event.currentTarget
  if (event.key === 'Escape' && (selection === null || own)) desk.actions.stepOut()
  if (event.key !== 'Enter' || frame === null || selection !== null) return
  const line = desk.actions.lines().find((one) => one.record.frame === frame)
  if (line === undefined) return
  event.preventDefault()
  desk.actions.placeCaret({ story: line.story, pos: line.from, after: true })
  input?.focus()
}

/** Where the glass stood when it was measured last, CSS pixels. */
interface Stood {
  readonly desk: DeskName
  readonly left: number
  readonly top: number
  /** Size of the window. */
  readonly room: string
  /**
   * The view of a page that stays where it is on the screen, since the desk was turned:
   * the panels of a desk come one after another. Until the window gets another size, or
   * somebody moves the page.
   */
  readonly held: Viewport | null
}

function useCanvasSize(area: React.RefObject<HTMLDivElement | null>, desk: Desk): void {
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    let stood: Stood | null = null
    const measure = (): void => {
      const canvas = { width: element.clientWidth, height: element.clientHeight }
      const { desk: name, fit, page, view } = desk.store.get()
      const { left, top } = element.getBoundingClientRect()
      const before = stood
      const room = `${window.innerWidth} × ${window.innerHeight}`
      const isHeld = before?.room === room && (before.desk !== name || before.held === view)
      const held = isHeld
        ? { ...view, x: view.x + before.left - left, y: view.y + before.top - top }
        : null
      stood = { desk: name, left, top, room, held }
      if (held !== null) return desk.store.set({ canvas, view: held })
      const display = desk.composer.compose(shownEdition(desk))
      const trim = pageOf(display, page)?.trim
      desk.store.set({
        canvas,
        view: fit !== null && trim !== undefined ? fitView(fit, canvas, trim) : view,
      })
    }
    const watch = new ResizeObserver(measure)
    // by the screen's own pixels: another monitor can have more of them in the same room
    watch.observe(element, { box: 'device-pixel-content-box' })
    measure()
    return () => watch.disconnect()
  }, [area, desk])
}

function useStoryInput(
  surface: React.RefObject<HTMLDivElement | null>,
  input: React.RefObject<StoryInput | null>,
  desk: Desk,
  text: Text,
): void {
  useEffect(() => {
    const host = surface.current
    if (host === null) return
    const { store, session, actions } = desk
    const made = createStoryInput({ host, name: text.stories, events: storyEvents(desk, text) })
    let asked = 0
    let followed: unknown[] = []
    // without a caret no key may change the text that was written last; a page that turns is without one for a moment
    const giveUp = (): void => {
      if (store.get().selection !== null || host.inert) return
      if (made.hasFocus()) host.closest<HTMLElement>('.glass')?.focus({ preventScroll: true })
      host.inert = true
    }
    const admit = (): void => {
      if (store.get().selection === null) queueMicrotask(giveUp)
      else host.inert = false
    }
    const stand = (): void => {
      asked = 0
      const { selection, view } = store.get()
      const caret = selection && caretOf(actions.lines(), headPlace(selection))
      if (caret) made.standAt(toScreen(view, caret.rect))
    }
    const follow = inOneTurn(() => {
      if (input.current !== shown) return
      const { selection, view, preedit } = store.get()
      const { edition } = session.getSnapshot()
      const doc = selection && edition.stories[selection.story]?.doc
      const inputs = [selection, doc, view]
      if (!selection || !doc || preedit !== null) return
      if (inputs.every((value, i) => value === followed[i])) return
      followed = inputs
      made.follow(selection.story, doc, selection)
      // after the page is painted: finding the input's own caret makes the browser lay it out
      window.clearTimeout(asked)
      asked = window.setTimeout(stand, 30)
    })
    // who goes to the text, or asks for a word of it, means the text as it is now
    const shown: StoryInput = {
      ...made,
      focus() {
        follow.now()
        made.focus()
      },
      span(pos, whole) {
        follow.now()
        return made.span(pos, whole)
      },
    }
    surfacesOf(desk).page = shown
    input.current = shown
    const stops = [
      store.subscribe(admit),
      store.subscribe(follow.ask),
      session.subscribe(follow.ask),
    ]
    admit()
    follow.ask()
    follow.now()
    return () => {
      for (const stop of stops) stop()
      window.clearTimeout(asked)
      surfacesOf(desk).page = null
      input.current = null
      made.destroy()
    }
  }, [surface, input, desk, text])
}
