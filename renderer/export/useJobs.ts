import { useEffect, useState } from 'react'
import type { HostClient, JobInfo } from '../../core/contract'

/** This window's exports, the newest first, as they go. */
export function useJobs(host: HostClient): readonly JobInfo[] {
  const [jobs, setJobs] = useState<readonly JobInfo[]>([])
  useEffect(() => {
    let isHere = true
    const look = (): void => {
      void host.listJobs({}).then((reply) => {
        if (isHere && reply.ok) setJobs(reply.value)
      })
    }
    const stop = host.subscribe((event) => {
      if (event.kind === 'letGo') look()
      if (event.kind !== 'job') return
      const { job, state } = event
      setJobs((known) => {
        // one that is not known yet, or is over, has more to tell
        if (state.kind !== 'running' || known.every((one) => one.job !== job)) look()
        return known.map((one) => (one.job === job ? { ...one, state } : one))
      })
    })
    look()
    return () => {
      isHere = false
      stop()
    }
  }, [host])
  return jobs
}
