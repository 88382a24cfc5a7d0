import { lazily } from '../lazily'
import { useReport } from './useReport'

const ImportSheet = lazily(async () => (await import('./ImportSheet')).ImportSheet)

/** The report of an import, while it is open. */
export function ImportDesk() {
  return useReport().open ? <ImportSheet /> : null
}
