/**
 * Imported before a program (`node --import`): at its end writes what it used into the file
 * named by BENCH_USAGE_FILE, as JSON: peak resident memory in KiB and processor time in µs,
 * all its threads together. Linux keeps the peak of this very program in VmHWM; elsewhere
 * the figure of getrusage stands, which may count the parent's memory at the fork.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : ''
  const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? maxRSS)
  const usage = { peak, processor: userCPUTime + systemCPUTime }
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage))
})
