import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useDesk, useSettled } from '../desk/context'
import { titleOf } from '../desk/pageStories'
import { useText } from '../i18n'
import { findOf, goTo } from './finding'
import { matchRows } from './matchRows'
import { useWindowed } from './useWindowed'
import { whereOf } from './where'

/** Height of a row in CSS pixels, as in copy.css. */
const ROW = 28

/** Every match under its story's name, with the page it stands on; a click goes there. */
export function MatchList() {
  const { finding } = useText()
  const desk = useDesk()
  const find = findOf(desk)
  const { matches, current } = useSyncExternalStore(find.subscribe, find.get)
  const { snapshot, display } = useSettled()
  const { edition } = snapshot
  const rows = useMemo(() => matchRows(matches), [matches])
  const where = useMemo(
    () => whereOf(edition, display, desk.composer),
    [edition, display, desk.composer],
  )
  const { scroller, from, to, reveal } = useWindowed<HTMLDivElement>(rows.length, ROW)
  const inFront = rows.findIndex((row) => row.kind === 'match' && row.index === current)
  useEffect(() => {
    if (inFront >= 0) reveal(inFront)
  }, [inFront])
  const placed = (row: number) => ({ position: 'absolute', top: row * ROW }) as const
  return (
    <div ref={scroller} className="find-scroll">
      <ul className="find-list" aria-label={finding.results} style={{ height: rows.length * ROW }}>
        {rows.slice(from, to).map((row, i) => {
          if (row.kind === 'story') {
            const story = edition.stories[row.story]
            return (
              <li key={`story ${row.story}`} className="find-story" style={placed(from + i)}>
                <b>{story === undefined ? '' : titleOf(story)}</b>
                <span>{finding.inStory(row.count)}</span>
              </li>
            )
          }
          const { match, index } = row
          return (
            <li
              key={index}
              aria-setsize={matches.length}
              aria-posinset={index + 1}
              style={placed(from + i)}
            >
              <button
                type="button"
                className="find-match"
                aria-current={index === current}
                onClick={() => goTo(desk, index)}
              >
                <span>
                  {match.before}
                  <mark>{match.text}</mark>
                  {match.after}
                </span>
                <small>{where(match)?.folio ?? finding.nowhere}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
