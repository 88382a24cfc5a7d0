import { Check, Clock, Split } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { RecastLine } from '../../core/manuscript/recastLine'
import { useDesk, useEdition } from '../desk/context'
import { useText, type Text } from '../i18n'
import { alternativeTo } from './alternative'
import { kindOf, quote, saying, type RawLine, type ReadStory } from './reading'
import { reportOf, settle, type DoubtEntry, type ImportReport } from './report'

export function Doubts(props: {
  readonly report: ImportReport
  readonly raw: readonly RawLine[]
  readonly stories: readonly ReadStory[]
}) {
  const { report, raw, stories } = props
  const text = useText()
  const desk = useDesk()
  const shelf = reportOf(desk)
  const list = useRef<HTMLUListElement>(null)
  const { doubts, chosen, order } = report
  const sure = (entry: DoubtEntry): number => entry.doubt?.confidence ?? 0
  const inOrder = doubts.map((entry, index) => ({ entry, index }))
  if (order === 'confidence') inOrder.sort((a, b) => sure(a.entry) - sure(b.entry))
  const pending = stories.reduce(
    (sum, { story }) => sum + story.unplaced.reduce((n, { text: words }) => n + words.length, 0),
    0,
  )
  const done = doubts.filter(({ settled }) => settled !== 'open').length
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <section className="import-column doubts" aria-label={text.importing.doubts(doubts.length)}>
      <div className="import-title">
        <h3>
          {text.importing.doubts(doubts.length)} <small>{text.importing.settled(done)}</small>
        </h3>
        <div className="segments" role="group" aria-label={text.importing.sorting}>
          {(['confidence', 'place'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={order === one}
              onClick={() => shelf.set({ order: one })}
            >
              {one === 'place' ? text.importing.byPlace : text.importing.byConfidence}
            </button>
          ))}
        </div>
      </div>
      <ul ref={list}>
        {inOrder.map(({ entry, index }) => (
          <li key={index} className="doubt" aria-current={index === chosen}>
            <button
              type="button"
              className="doubt-line"
              onClick={() => shelf.set({ chosen: index })}
            >
              <span className="doubt-kind">{kindName(entry, text)}</span>
              <span className="doubt-words">{quote(entry, raw)}</span>
              <State entry={entry} />
              {entry.lines.length > 0 && (
                <small>{text.importing.line(entry.lines.join(' → '))}</small>
              )}
            </button>
            {index === chosen && <Choices {...{ entry, index, raw }} />}
          </li>
        ))}
      </ul>
      {doubts.length === 0 && <p className="panel-hint">{text.importing.none}</p>}
      {pending > 0 && <p className="panel-hint">{text.importing.pendingHint(pending)}</p>}
    </section>
  )
}

const kindName = (entry: DoubtEntry, text: Text): string => {
  const kind = kindOf(entry, text)
  return kind === null ? '' : text.importing.kinds[kind]
}

/** How sure the reading is, or how the doubt was settled. */
function State({ entry: { settled, doubt } }: { readonly entry: DoubtEntry }) {
  const { importing, doubting } = useText()
  switch (settled) {
    case 'accepted':
      return (
        <span className="doubt-state is-done">
          <Check size={13} aria-hidden /> {importing.accepted}
        </span>
      )
    case 'apart':
      return (
        <span className="doubt-state is-done">
          <Split size={13} aria-hidden /> {importing.apart}
        </span>
      )
    case 'recast':
      return (
        <span className="doubt-state is-done">
          <Check size={13} aria-hidden /> {doubting.recast}
        </span>
      )
    case 'later':
      return (
        <span className="doubt-state">
          <Clock size={13} aria-hidden /> {importing.putOff}
        </span>
      )
    case 'open': {
      if (doubt === null) return <span className="doubt-state" />
      const percent = Math.round(doubt.confidence * 100)
      const grade = percent >= 80 ? 'is-done' : percent >= 50 ? 'is-under' : 'is-over'
      return (
        <span className={`doubt-state ${grade}`}>
          <meter min={0} max={100} value={percent} /> {percent}%
        </span>
      )
    }
  }
}

function Choices(props: {
  readonly entry: DoubtEntry
  readonly index: number
  readonly raw: readonly RawLine[]
}) {
  const { entry, index, raw } = props
  const text = useText()
  const desk = useDesk()
  const edition = useEdition()
  const other = alternativeTo(edition, entry, raw, text.importing.settling)
  const { doubt } = entry
  const isSeam = doubt !== null && doubt.action !== 'look'
  return (
    <div className="doubt-choices">
      <p>
        {text.importing.why}
        {saying(entry, text)}
      </p>
      <button
        type="button"
        className="button filled"
        onClick={() => settle(desk, text, index, 'accepted')}
      >
        {isSeam ? text.importing.join : text.importing.agree} <kbd>Enter</kbd>
      </button>
      {isSeam && (
        <button type="button" className="button" onClick={() => settle(desk, text, index, 'apart')}>
          {text.importing.split} <kbd>S</kbd>
        </button>
      )}
      {other !== null && (
        <button
          type="button"
          className="button"
          onClick={() => settle(desk, text, index, 'recast')}
        >
          {sayOther(other, text)} <kbd>S</kbd>
        </button>
      )}
      <button type="button" className="button" onClick={() => settle(desk, text, index, 'later')}>
        {text.importing.later} <kbd>L</kbd>
      </button>
      {!isSeam && other === null && <small>{text.importing.nothingToSplit}</small>}
    </div>
  )
}

const sayOther = ({ role, joins }: RecastLine, { writing, importing }: Text): string => {
  const name = writing.roles[role]
  return joins === null ? writing.makeRole(name) : importing.makeAbove(name)
}
