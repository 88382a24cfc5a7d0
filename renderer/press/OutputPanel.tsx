import { mmFromPt } from '../../core/units'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { JobList } from '../export/JobList'
import { useText } from '../i18n'
import { pageOf } from '../session/composer'
import { ProfileChoice } from './ProfileChoice'
import { proofOf, usePress } from './usePress'

/** 输出: what would go to the press, and the way there. */
export function OutputPanel() {
  const text = useText()
  const { press, store } = useDesk()
  const { display } = useSettled()
  const current = useDeskState((state) => state.page)
  const state = usePress()
  const proof = proofOf(state)
  const page = pageOf(display, current)
  const limit = proof === null ? '' : ` · ${text.pressing.limit(proof.soft.inkLimit)}`
  return (
    <section className="panel press-panel" aria-label={text.pressing.output}>
      <h2 className="panel-head">{text.pressing.output}</h2>
      <div className="press-body">
        <dl className="output">
          <dt>{text.pressing.outputAs}</dt>
          <dd>PDF/X-4{limit}</dd>
          <dt>{text.pressing.pages}</dt>
          <dd>{text.pressing.pageCount(display.pages.length)}</dd>
          {page !== null && (
            <>
              <dt>{text.pressing.trim}</dt>
              <dd>
                {round(mmFromPt(page.trim.width))} × {round(mmFromPt(page.trim.height))} mm
              </dd>
              <dt>{text.pressing.bleed}</dt>
              <dd>{round(mmFromPt(page.bleed))} mm</dd>
            </>
          )}
        </dl>
        <ProfileChoice value={state.profile} onChange={press.judgeBy} />
        <button
          type="button"
          className="button filled"
          onClick={() => store.set({ dialog: 'export' })}
        >
          {text.pressing.export}
        </button>
        <JobList />
      </div>
    </section>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
