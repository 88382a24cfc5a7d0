import { lazily } from '../lazily'
import { useDeskState } from './context'

const SaidProblem = lazily(async () => (await import('../problems/ProblemsPanel')).SaidProblem)
const SaidFinding = lazily(async () => (await import('../press/panels')).SaidFinding)

/** What F8 went to: the focus stays where it was, and the side that lists it may be folded. */
export function Said() {
  const stand = useDeskState((state) => state.desk)
  return (
    <div role="status" className="unseen">
      {stand === 'press' ? <SaidFinding /> : <SaidProblem />}
    </div>
  )
}
