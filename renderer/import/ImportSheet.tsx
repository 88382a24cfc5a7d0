import { FileText, Scale } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, type RefCallback } from 'react'
import { standOnPage } from '../commands/editPlace'
import { useDesk, useEdition, type Desk } from '../desk/context'
import { messageRoomOf } from '../desk/messageRoom'
import { useText, type Text } from '../i18n'
import { Doubts } from './Doubts'
import { counts, rawLines, readStories } from './reading'
import { RawText } from './RawText'
import { chooseNext, reportOf, settle, unsettle } from './report'
import { Ribbons } from './Ribbons'
import { StoryCards } from './StoryCards'
import { useReport } from './useReport'

/** The report of an import: the copy as it came, the stories found in it, and what is in doubt. */
export function ImportSheet() {
  const text = useText()
  const desk = useDesk()
  const edition = useEdition()
  const report = useReport()
  const stories = useMemo(() => readStories(edition, report.stories), [edition, report.stories])
  const raw = useMemo(() => rawLines(report, stories), [report.texts, stories])
  const own = useRef<HTMLDivElement>(null)
  useImportKeys(desk, text)
  useEffect(() => {
    own.current?.focus()
    return () => standOnPage(desk)
  }, [desk])
  const { doubts, chosen } = report
  const room = useCallback(
    (element: HTMLElement | null) => messageRoomOf(desk).set({ room: element }),
    [desk],
  )
  const done = doubts.filter(({ settled }) => settled !== 'open' && settled !== 'later').length
  const close = (): void => reportOf(desk).set({ open: false })
  return (
    <div
      ref={own}
      className="import-desk"
      role="dialog"
      aria-modal="true"
      aria-label={text.importing.title}
      tabIndex={-1}
    >
      <ImportHead {...{ report, stories, room }} />
      <div className="import-columns">
        <RawText {...{ raw, stories }} doubt={doubts[chosen] ?? null} />
        <Ribbons doubt={doubts[chosen] ?? null} raw={raw} />
        <StoryCards {...{ stories, raw }} doubt={doubts[chosen] ?? null} />
        <Doubts {...{ report, raw, stories }} />
      </div>
      <footer className="import-foot">
        <span>{text.importing.keysHint}</span>
        <span>
          Enter {text.importing.join} · S {text.importing.split} · L {text.importing.later} · Ctrl Z{' '}
          {text.undo}
        </span>
        <span className="push">{text.importing.progressLine(done, doubts.length)}</span>
        <button
          type="button"
          className={`button ${done === doubts.length ? 'filled' : ''}`}
          onClick={close}
        >
          {text.importing.toPage} <kbd>Esc</kbd>
        </button>
      </footer>
    </div>
  )
}

function ImportHead(props: {
  readonly report: ReturnType<typeof useReport>
  readonly stories: ReturnType<typeof readStories>
  readonly room: RefCallback<HTMLElement>
}) {
  const { report, stories, room } = props
  const text = useText()
  const { raw, placed, pending, removed } = useMemo(
    () => counts(report, stories),
    [report.texts, stories],
  )
  const isEven = raw === placed + pending + removed
  const clock = new Date(report.at).toLocaleTimeString('zh-CN', { timeStyle: 'short' })
  const numbers = [
    [
      stories.filter(({ letter }) => letter !== 'P' && letter !== '·').length,
      text.importing.storyCount,
    ],
    [stories.filter(({ letter }) => letter === 'P').length, text.importing.pictureCount],
    [report.doubts.length, text.importing.doubtCount],
  ] as const
  return (
    <header className="import-head">
      <FileText size={20} strokeWidth={1.6} aria-hidden />
      <div>
        <h2>{report.texts.map(({ file }) => file).join('、')}</h2>
        <small>{text.importing.summary(raw, clock, (report.took / 1000).toFixed(1))}</small>
      </div>
      <span ref={room} className="import-messages" />
      <div className="import-numbers">
        {numbers.map(([n, name], i) => (
          <span key={i}>
            <b>{n}</b> {name(n)}
          </span>
        ))}
        <span className="import-sum">
          {isEven && (
            <b className="is-done">
              <Scale size={14} aria-hidden /> {text.importing.balanced}
            </b>
          )}
          <small>{text.importing.sum(raw, placed, pending, removed)}</small>
        </span>
      </div>
    </header>
  )
}

/** The report's own keys, before those of the desk below it. */
function useImportKeys(desk: Desk, text: Text): void {
  useEffect(() => {
    const shelf = reportOf(desk)
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229) return
      const mark = actionOf(event)
      if (mark === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { chosen, doubts } = shelf.get()
      const doubt = doubts[chosen]?.doubt ?? null
      const hasSeam = doubt !== null && doubt.action !== 'look'
      if (mark === 'close') shelf.set({ open: false })
      else if (mark === 'undo') unsettle(desk)
      else if (mark === 'next') chooseNext(desk, 1)
      else if (mark === 'previous') chooseNext(desk, -1)
      else settle(desk, text, chosen, mark === 'apart' && !hasSeam ? 'recast' : mark)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [desk, text])
}

type Mark = 'close' | 'undo' | 'next' | 'previous' | 'accepted' | 'apart' | 'later'

function actionOf(event: KeyboardEvent): Mark | null {
  const onButton = event.target instanceof HTMLButtonElement
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? 'undo' : null
  switch (event.key) {
    case 'Escape':
      return 'close'
    case 'Enter':
      return onButton ? null : 'accepted'
    case 's':
    case 'S':
      return 'apart'
    case 'l':
    case 'L':
      return 'later'
    case 'F8':
      return event.shiftKey ? 'previous' : 'next'
    case 'ArrowDown':
      return 'next'
    case 'ArrowUp':
      return 'previous'
    default:
      return null
  }
}
