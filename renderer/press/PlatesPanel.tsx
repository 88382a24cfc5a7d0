import { Eye, EyeOff } from 'lucide-react'
import type { ProofPlate } from '../../core/contract'
import { heatLegend } from '../../core/display/heat'
import { cssOf } from '../../core/display/color'
import { useDesk } from '../desk/context'
import { useText, type Text } from '../i18n'
import { showAlone, togglePlate } from './doing'
import { InkUnderPointer } from './InkUnderPointer'
import { platesShown, type PageProof } from './press'
import { inkName, letterOf, proofOf, usePress } from './usePress'
import { trouble } from '../i18n/trouble'

/** 分色版 and 总墨量: what of the page's inks the canvas shows. */
export function PlatesPanel() {
  const text = useText()
  const state = usePress()
  const proof = proofOf(state)
  return (
    <section className="panel press-panel" aria-label={text.pressing.plates}>
      <h2 className="panel-head">{text.pressing.plates}</h2>
      {proof === null ? <Waiting text={text} /> : <Plates proof={proof} text={text} />}
    </section>
  )
}

function Waiting({ text }: { readonly text: Text }) {
  const { press } = useDesk()
  const { proving } = usePress()
  if (proving.kind !== 'failed') {
    return (
      <div className="press-waiting" role="status">
        <progress aria-label={text.pressing.plates} />
        <p>{text.pressing.working}</p>
      </div>
    )
  }
  return (
    <div className="press-waiting" role="alert">
      <p className="is-over">{text.pressing.failed(trouble(text, proving.error))}</p>
      <button type="button" className="button" onClick={press.retry}>
        {text.pressing.again}
      </button>
    </div>
  )
}

function Plates({ proof, text }: { readonly proof: PageProof; readonly text: Text }) {
  const { soft } = proof
  const desk = useDesk()
  const state = usePress()
  const { most, over } = soft.ink
  const isOver = most > soft.inkLimit
  const share = `${(over * 100).toFixed(over < 0.01 ? 2 : 0)}%`
  return (
    <div className="press-body">
      <ul className="plates">
        {soft.plates.map((plate) => (
          <Plate key={plate.name} plate={plate} text={text} />
        ))}
      </ul>
      <InkUnderPointer proof={proof} />
      <p className="quiet">{text.pressing.platesHint}</p>
      <button
        type="button"
        className="heat-switch"
        aria-pressed={state.heat}
        onClick={() => desk.press.state.set({ heat: !state.heat })}
      >
        <b>{text.pressing.totalInk}</b>
        <span className={isOver ? 'is-over' : ''}>{text.pressing.most(most)}</span>
        <span>{text.pressing.limit(soft.inkLimit)}</span>
      </button>
      <p className={isOver ? 'is-over' : 'quiet'}>
        {isOver ? text.pressing.overShare(share) : text.pressing.within}
      </p>
      {state.heat && <Legend limit={soft.inkLimit} text={text} />}
    </div>
  )
}

function Plate({ plate, text }: { readonly plate: ProofPlate; readonly text: Text }) {
  const desk = useDesk()
  const state = usePress()
  const name = inkName(plate.name, text)
  const isShown = platesShown(state, [plate.name]).length > 0
  const Icon = isShown ? Eye : EyeOff
  return (
    <li className="plate" data-shown={isShown}>
      <button
        type="button"
        className="plate-name"
        aria-pressed={state.single === plate.name && !state.heat}
        onClick={() => showAlone(desk, plate.name)}
      >
        <span className="plate-ink" style={{ background: cssOf(plate.recipe) }} aria-hidden />
        <span className="unseen">{text.pressing.alone(name)}</span>
        <b aria-hidden>{letterOf(plate.name)}</b>
        {letterOf(plate.name) !== name && <span aria-hidden>{name}</span>}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-pressed={isShown}
        aria-label={text.pressing.show(name)}
        onClick={() => togglePlate(desk, plate.name)}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </button>
    </li>
  )
}

function Legend({ limit, text }: { readonly limit: number; readonly text: Text }) {
  return (
    <ul className="heat-legend">
      {heatLegend(limit).map(({ upTo, colour }, i, all) => (
        <li key={upTo ?? 'over'} className={upTo === null ? 'is-over' : ''}>
          <span
            className="plate-ink"
            data-over={upTo === null}
            style={{ background: `rgb(${colour.join(' ')})` }}
            aria-hidden
          />
          {upTo === null ? text.pressing.above(limit) : `${all[i - 1]?.upTo ?? 0}–${upTo}`}
        </li>
      ))}
    </ul>
  )
}
