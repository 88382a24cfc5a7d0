import { useDesk, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { goToProblem } from '../problems/goTo'
import { ProblemItem } from '../problems/ProblemsPanel'
import { useProblems } from '../problems/useProblems'

/** What stands to be settled before the press gets the pages; a click leaves for the place. */
export function PressFindings({ onLeave }: { readonly onLeave: () => void }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot } = useSettled()
  const { all } = useProblems()
  if (all.length === 0) return <p className="panel-hint">{text.problems.none}</p>
  return (
    <ul className="problems press-findings" aria-label={text.exporting.findings}>
      {all.map((problem) => (
        <li key={problem.key}>
          <button
            type="button"
            className={`problem is-${problem.severity}`}
            onClick={() => {
              onLeave()
              goToProblem(desk, problem)
            }}
          >
            <ProblemItem problem={problem} edition={snapshot.edition} text={text} />
          </button>
        </li>
      ))}
    </ul>
  )
}
