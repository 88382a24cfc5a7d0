import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk/context'
import type { ProblemsState } from './watchProblems'

export function useProblems(): ProblemsState {
  const { problems } = useDesk()
  return useSyncExternalStore(problems.subscribe, problems.get)
}
