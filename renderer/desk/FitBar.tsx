/** 合版条: every story of the page as a length, what is over or short as its end. */
import { useText } from '../i18n'
import { useDesk, useBeside, useSettled } from './context'
import {
  briefFitWords,
  fitKind,
  fitWords,
  misfitLines,
  storiesOnPage,
  type PageStory,
} from './pageStories'

/** A story with fewer lines than this shows its letter alone. */
const ROOM_FOR_NAME = 45

export function FitBar() {
  const text = useText()
  const { actions } = useDesk()
  const { snapshot, display } = useSettled()
  const page = useBeside((state) => state.page)
  const frame = useBeside((state) => state.frame)
  const stories = storiesOnPage(snapshot.edition, display, page).filter((one) => one.letter !== 'P')
  const sum = (count: (one: PageStory) => number): number =>
    stories.reduce((total, one) => total + count(one), 0)
  const isOver = (one: PageStory): boolean => fitKind(one.fit) === 'over'
  const over = sum((one) => (isOver(one) ? misfitLines(one.fit) : 0))
  const under = sum((one) => one.fit?.roomLines ?? 0)
  return (
    <section className="fit-bar" aria-label={text.fitBar} data-region="fit">
      <div className="fit-sum">
        <span>{text.fitBarLines(sum(linesOf))}</span>
        <span>
          {over > 0 && <b className="is-over">{text.overShort(over)}</b>}
          {under > 0 && <b className="is-under">{text.underShort(under)}</b>}
          {stories.length > 0 && over + under === 0 && !stories.some(isOver) && (
            <span>{text.fits}</span>
          )}
        </span>
      </div>
      <div className="fit-stories">
        {stories.map((one) => {
          const kind = fitKind(one.fit)
          const lines = linesOf(one)
          const extra = misfitLines(one.fit)
          return (
            <button
              key={one.story.id}
              type="button"
              className="fit-story"
              style={{ flexGrow: Math.max(12, lines + extra) }}
              aria-pressed={one.frames.some(({ id }) => id === frame)}
              title={`${one.title} · ${fitWords(one.fit, text)}`}
              onClick={() => actions.showStory(one.story.id)}
            >
              <span className="fit-name">
                <b>{one.letter}</b> <span>{lines + extra > ROOM_FOR_NAME ? one.title : ''}</span>
                <em className={`is-${kind} fit-long`}>{fitWords(one.fit, text)}</em>
                <em className={`is-${kind} fit-brief`} aria-hidden>
                  {briefFitWords(one.fit, text)}
                </em>
              </span>
              <span className="fit-track">
                <i style={{ flexGrow: Math.max(1, kind === 'over' ? lines - extra : lines) }} />
                {extra > 0 && <i className={`fit-${kind}`} style={{ flexGrow: extra }} />}
              </span>
            </button>
          )
        })}
      </div>
    </section>
  )
}

/** Lines the story would take: a count by its characters and the measure of its first frame. */
function linesOf({ frames, characters }: PageStory): number {
  const frame = frames[0]
  const measure = frame?.kind === 'story' ? frame.text.measure : 16
  return Math.ceil(characters / measure)
}
