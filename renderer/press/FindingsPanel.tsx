import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { PressFinding } from '../../core/preflight/press'
import { mmFromPt } from '../../core/units'
import { useDesk } from '../desk/context'
import { useText, type Text } from '../i18n'
import { goToFinding } from './doing'
import { proofOf, usePress } from './usePress'
import { trouble } from '../i18n/trouble'

/** 印前检查: what the press would trip over on this page, where, and the remedy; a click goes there. */
export function FindingsPanel() {
  const text = useText()
  const desk = useDesk()
  const state = usePress()
  const proof = proofOf(state)
  const findings = proof?.soft.findings ?? []
  return (
    <section className="panel press-panel" aria-label={text.pressing.check}>
      <h2 className="panel-head">
        {text.pressing.check}
        {proof !== null && <span className="quiet">{text.pressing.counted(findings.length)}</span>}
      </h2>
      {findings.length === 0 && (
        <p className="panel-hint">{proof === null ? text.pressing.waiting : text.pressing.clean}</p>
      )}
      <ul className="problems">
        {findings.map((finding, index) => (
          <li
            key={[finding.code, finding.area.x, finding.area.y, finding.parts?.['codes']].join(' ')}
          >
            <button
              type="button"
              className={`problem is-${finding.severity}`}
              aria-current={index === state.finding}
              onClick={() => goToFinding(desk, index)}
            >
              <Finding {...{ finding, text }} number={index + 1} folio={proof?.page.folio ?? ''} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The finding gone to last, in the words of the list. */
export function SaidFinding() {
  const text = useText()
  const state = usePress()
  const proof = proofOf(state)
  const at = state.finding ?? -1
  const finding = proof?.soft.findings[at]
  if (finding === undefined) return null
  return <Finding {...{ finding, text }} number={at + 1} folio={proof?.page.folio ?? ''} />
}

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const

function Finding(props: {
  readonly finding: PressFinding
  readonly number: number
  readonly folio: string
  readonly text: Text
}) {
  const { finding, number, folio, text } = props
  const { area, code, parts = {}, severity } = finding
  const found = text.pressing.findings[code] ?? text.findings[code]
  const Icon = ICONS[severity]
  const label = severity === 'info' ? text.pressing.info : text.problems[severity]
  const [x, y] = [area.x, area.y].map((value) => Math.round(mmFromPt(value)))
  return (
    <>
      <Icon size={14} strokeWidth={1.6} aria-label={label} />
      <b>{found?.name ?? trouble(text, finding)}</b>
      <span className="problem-number">{number}</span>
      <span className="problem-place">
        {text.pressing.place(folio, x ?? 0, y ?? 0)}
        {parts['codes'] !== undefined && ` · “${parts['character']}” ${parts['codes']}`}
      </span>
      <span className="problem-remedy">{found?.remedy ?? finding.remedy}</span>
    </>
  )
}
