import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk/context'
import { reportOf } from './report'

export function useReport() {
  const shelf = reportOf(useDesk())
  return useSyncExternalStore(shelf.subscribe, shelf.get)
}
