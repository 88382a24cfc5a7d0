import type { HostClient, JobInfo, JobState } from '../../core/contract'
import { useDesk } from '../desk/context'
import { useText, type Text } from '../i18n'
import { trouble } from '../i18n/trouble'
import { useJobs } from './useJobs'

/** 输出任务: what was sent out, how far it is, and what may be done about it. */
export function JobList() {
  const text = useText()
  const { host } = useDesk()
  const jobs = useJobs(host)
  if (jobs.length === 0) return null
  return (
    <section className="jobs" aria-label={text.exporting.jobs}>
      <h3>{text.exporting.jobs}</h3>
      <ul>
        {jobs.map((info) => (
          <li key={info.job} data-state={info.state.kind}>
            <b>{info.name}</b>
            <Way info={info} host={host} text={text} />
            <State state={info.state} name={info.name} text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far a running job is, in words. */
export const runningWords = (
  { done, total, part }: Extract<JobState, { readonly kind: 'running' }>,
  { exporting }: Text,
): string => {
  if (total === 0) return exporting.preparing
  return part === 'pictures' ? exporting.pictures(done, total) : exporting.running(done, total)
}

function State(props: { readonly state: JobState; readonly name: string; readonly text: Text }) {
  const { state, name, text } = props
  switch (state.kind) {
    case 'running':
      return (
        <>
          <span>{runningWords(state, text)}</span>
          <progress max={Math.max(1, state.total)} value={state.done} aria-label={name} />
        </>
      )
    case 'done':
      return <span>{text.exporting.done}</span>
    case 'cancelled':
      return <span>{text.exporting.cancelled}</span>
    case 'failed':
      return <span className="is-over">{trouble(text, state.error)}</span>
  }
}

function Way(props: { readonly info: JobInfo; readonly host: HostClient; readonly text: Text }) {
  const { info, host, text } = props
  const { job, state } = info
  const [label, act] =
    state.kind === 'running'
      ? ([text.cancel, () => host.cancelJob({ job })] as const)
      : state.kind === 'done'
        ? ([text.exporting.showFile, () => host.showResult({ job })] as const)
        : ([text.retry, () => host.retryJob({ job })] as const)
  return (
    <button type="button" className="button" onClick={() => void act()}>
      {label}
    </button>
  )
}
