/** Whole processes, timed from outside: started cold, run to their end, by turns. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A program that node runs. */
export interface Command {
  readonly name: string
  /** Script and arguments. */
  readonly args: readonly string[]
  /** Name of the one-font PDF it writes; absent where it writes no such page. */
  readonly pdf?: string
}

export interface Run {
  readonly ms: number
  /** Peak resident memory of the node process in MB (10⁶ bytes); null when it was not asked for. */
  readonly peak: number | null
}

const peers = fileURLToPath(new URL('../../tests/bench/peers/', import.meta.url))
export const peer = (name: string): string => `${peers}${name}`

/** Runs the command to its end. Throws with what it said when it fails. */
function run(command: Command, peakFile: string | null): Promise<Run> {
  const watch = peakFile === null ? [] : ['--import', peer('peakMemory.mjs')]
  const env = peakFile === null ? process.env : { ...process.env, BENCH_PEAK_FILE: peakFile }
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [...watch, ...command.args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const ms = performance.now() - start
      if (code !== 0) reject(new Error(`${command.name} ended with code ${code}: ${said.trim()}`))
      else resolve({ ms, peak: peakFile === null ? null : peakOf(peakFile) })
    })
  })
}

const peakOf = (file: string): number => (Number(readFileSync(file, 'utf8')) * 1024) / 1e6

export interface Series {
  readonly command: Command
  /** Milliseconds of each run. */
  readonly times: readonly number[]
  /** MB of each run; measured in runs of their own, so that watching costs the times nothing. */
  readonly peaks: readonly number[]
}

/**
 * Runs the commands by turns (A B A B), so that whatever else the machine does
 * falls on all of them alike. The first round is thrown away: it fills the disk
 * cache for everyone.
 */
export async function takeTurns(
  commands: readonly Command[],
  rounds: number,
  peakRounds: number,
  peakFile: string,
): Promise<readonly Series[]> {
  const series = commands.map((command) => ({
    command,
    times: [] as number[],
    peaks: [] as number[],
  }))
  for (let round = -1; round < rounds; round++) {
    for (const { command, times } of series) {
      const { ms } = await run(command, null)
      if (round >= 0) times.push(ms)
    }
  }
  for (let round = 0; round < peakRounds; round++) {
    for (const { command, peaks } of series) {
      const { peak } = await run(command, peakFile)
      if (peak !== null) peaks.push(peak)
    }
  }
  return series
}
