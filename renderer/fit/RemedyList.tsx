import { useEffect } from 'react'
import type { TextRange } from '../../core/compose'
import { useDesk, useDeskState } from '../desk/context'
import { fitKind, fitWords, type PageStory } from '../desk/pageStories'
import { FitChip } from '../desk/FitChip'
import { useText } from '../i18n'
import { besideWords, cutOf, remedyWords } from './remedyWords'
import { useRemedies, type OfferedRemedy } from './useRemedies'

interface Props {
  readonly entry: PageStory
  readonly letterOf: (story: string) => string
  /** Shows in the galley what a cut would take out. */
  readonly onMark: (range: TextRange | null) => void
}

/** 合版办法: hover or focus shows a remedy on the page, a click applies it as one change. */
export function RemedyList({ entry, letterOf, onMark }: Props) {
  const text = useText()
  const { store, actions } = useDesk()
  const found = useRemedies(entry.story.id, entry.fit)
  const composing = useDeskState((state) => state.preedit !== null)
  const offered = found?.offered ?? []
  const stopTrying = (): void => {
    store.set({ trial: null })
    onMark(null)
  }
  // what is tried belongs to this list: it goes with it
  useEffect(() => stopTrying, [found])
  const kind = fitKind(entry.fit)
  if (kind === 'fits' || entry.letter === 'P') return null

  const tryOut = ({ way, edition }: OfferedRemedy): void => {
    if (composing || store.get().trial === edition) return
    store.set({ trial: edition })
    onMark(cutOf(way))
  }
  const apply = ({ way, steps }: OfferedRemedy): void => {
    stopTrying()
    if (!actions.change({ label: remedyWords(way, text), steps })) return
    const cut = cutOf(way)
    if (cut !== null) actions.selectText(entry.story.id, cut.from, cut.from)
  }
  return (
    <section className="remedies" aria-label={text.remedies.title} data-region="remedies">
      <h3>
        <span>
          {text.remedies.title} · <b className={`is-${kind}`}>{fitWords(entry.fit, text)}</b>
        </span>
        <span className="quiet">{offered.length > 0 && text.remedies.hint}</span>
      </h3>
      {found === null && <p className="quiet">{text.remedies.composing}</p>}
      {found !== null && offered.length === 0 && <p className="quiet">{text.remedies.none}</p>}
      <ul onMouseLeave={stopTrying}>
        {offered.map((remedy, i) => (
          <li key={i}>
            <button
              type="button"
              className="remedy"
              onMouseMove={() => tryOut(remedy)}
              onFocus={() => tryOut(remedy)}
              onBlur={stopTrying}
              onClick={() => apply(remedy)}
            >
              <span>{remedyWords(remedy.way, text)}</span>
              <span className="quiet">{besideWords(remedy.way, letterOf, text)}</span>
              <FitChip fit={remedy.fit} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
