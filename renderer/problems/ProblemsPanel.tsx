import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Edition } from '../../core/model/edition'
import { useDesk, useSettled } from '../desk/context'
import { titleOf } from '../desk/pageStories'
import { useText, type Text } from '../i18n'
import { goToProblem } from './goTo'
import type { Problem } from './problems'
import { useProblems } from './useProblems'
import { trouble } from '../i18n/trouble'

/** 问题: what, where, 办法; a click goes there, F8 to the next. */
export function ProblemsPanel() {
  const text = useText()
  const desk = useDesk()
  const { snapshot } = useSettled()
  const { all, current } = useProblems()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (all.length === 0) return <p className="panel-hint">{text.problems.none}</p>
  return (
    <ul className="problems" ref={list}>
      {all.map((problem) => (
        <li key={problem.key}>
          <button
            type="button"
            className={`problem is-${problem.severity}`}
            aria-current={problem.key === current}
            onClick={() => goToProblem(desk, problem)}
          >
            <ProblemItem problem={problem} edition={snapshot.edition} text={text} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The problem gone to last, in the words of the list. */
export function SaidProblem() {
  const text = useText()
  const { snapshot } = useSettled()
  const { all, current } = useProblems()
  const problem = all.find(({ key }) => key === current)
  if (problem === undefined) return null
  return <ProblemItem problem={problem} edition={snapshot.edition} text={text} />
}

export function ProblemItem(props: {
  readonly problem: Problem
  readonly edition: Edition
  readonly text: Text
}) {
  const { problem, edition, text } = props
  const { name, measured, remedy } = wordsFor(problem, text)
  const page = problem.page === null ? undefined : edition.pages[problem.page]
  const story = problem.story === null ? undefined : edition.stories[problem.story]
  const where = page === undefined ? text.problems.other : text.problems.onPage(page.folio)
  const place = story === undefined ? where : `${where} · ${titleOf(story)}`
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <>
      <Icon
        size={14}
        strokeWidth={1.6}
        aria-label={problem.severity === 'error' ? text.problems.error : text.problems.warning}
      />
      <b>{name}</b>
      <span className="problem-number">{measured}</span>
      <span className="problem-place" title={place}>
        {place}
      </span>
      <span className="problem-remedy">{remedy}</span>
    </>
  )
}

/** The catalogue's words for a finding; what the code's family says where it has none. */
function wordsFor({ code, number, parts }: Problem, text: Text) {
  const found = text.findings[code]
  if (found === undefined) {
    const other = { name: text.problems.other, remedy: trouble(text, { code, parts }) }
    return { ...(text.pressing.findings[code] ?? other), measured: '' }
  }
  const subject = found.subject((part) => String(parts[part] ?? ''))
  const measured = number === null ? subject : found.measured(number.value, number.limit)
  return { name: found.name, measured, remedy: found.remedy }
}
