/**
 * Imported before a program (`node --import`): tells its peak resident memory in KiB in the
 * file named by BENCH_PEAK_FILE. Linux keeps the peak of this very program in VmHWM;
 * elsewhere the figure of getrusage stands, which may count the parent's memory at the fork.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

process.on('exit', () => {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : ''
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  writeFileSync(process.env.BENCH_PEAK_FILE, String(peak))
})
