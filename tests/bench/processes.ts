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

const peers = fileURLToPath(new URL('../../tests/bench/peers/', import.meta.url))
export const peer = (name: string): string => `${peers}${name}`

/** Runs the command to its end and answers the milliseconds it took. Throws with what it said when it fails. */
function run(command: Command, watch: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [...watch, ...command.args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const ms = performance.now() - start
      if (code === 0) resolve(ms)
      else reject(new Error(`${command.name} ended with code ${code}: ${said.trim()}`))
    })
  })
}

/** What one run used. The node process alone counts, with all its threads. */
export interface Usage {
  /** Peak resident memory in MB (10⁶ bytes). */
  readonly peak: number
  /** Processor time in milliseconds. */
  readonly processor: number
}

async function watched(command: Command, file: string): Promise<Usage> {
  await run(command, ['--import', peer('usage.mjs')], { BENCH_USAGE_FILE: file })
  const used = JSON.parse(readFileSync(file, 'utf8')) as Usage
  return { peak: (used.peak * 1024) / 1e6, processor: used.processor / 1000 }
}

export interface Series {
  readonly command: Command
  /** Milliseconds of each run. */
  readonly times: readonly number[]
  /** Of runs of their own, so that watching costs the times nothing. */
  readonly usages: readonly Usage[]
}

export interface Rounds {
  readonly timed: number
  readonly watched: number
}

/**
 * Runs the commands by turns (A B A B), so that whatever else the machine does
 * falls on all of them alike. The first round is thrown away: it fills the disk
 * cache for everyone. `file` is where a watched run leaves what it used.
 */
export async function takeTurns(
  commands: readonly Command[],
  rounds: Rounds,
  file: string,
): Promise<readonly Series[]> {
  const series = commands.map((command) => ({
    command,
    times: [] as number[],
    usages: [] as Usage[],
  }))
  for (let round = -1; round < rounds.timed; round++) {
    for (const { command, times } of series) {
      const ms = await run(command, [], {})
      if (round >= 0) times.push(ms)
    }
  }
  for (let round = 0; round < rounds.watched; round++) {
    for (const { command, usages } of series) usages.push(await watched(command, file))
  }
  return series
}
