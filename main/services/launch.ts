/**
 * Starts the bundled command without compiling it: the build leaves the program
 * as one script and beside it the code V8 compiled from it (scripts/build.mjs).
 * Compiling took a fifth of a cold start. Code that is not of this very script,
 * this V8 and these flags is left aside, and the script is compiled as usual.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/**
 * A command is over in a moment: work that V8's optimising compiler would do on
 * the side is never paid back. Unoptimised code runs ten times as long before it
 * is optimised, which `make` hardly feels.
 */
const PATIENCE = '--interrupt-budget=1000000'

/** Names of the program and its code in the folder of the bundle. */
const PROGRAM = 'program.js'
const CODE = 'program.code'

/** Room before the code for the mark that ties it to its script; keeps the code aligned. */
const HEADER = 64

export interface Program {
  /** Runs the command that `process.argv` asks for. */
  run(): void
  /** The code of what was run so far, as a file for the next start. */
  code(): Uint8Array
  /** Whether the code beside the program was taken. */
  readonly compiled: boolean
}

/** Loads the program in `folder`. Throws when it is not there: the build makes both. */
export function loadProgram(folder: string): Program {
  setFlagsFromString(PATIENCE)
  const filename = join(folder, PROGRAM)
  // esbuild writes ASCII; reading it so spares the decoding
  const source = readFileSync(filename, 'latin1')
  const code = codeFor(source, join(folder, CODE))
  const script = new Script(source, { filename, ...(code === null ? {} : { cachedData: code }) })
  return {
    run() {
      const program = script.runInThisContext() as (load: NodeJS.Require, filename: string) => void
      program(require, filename)
    },
    code: () => Buffer.concat([headerOf(source), script.createCachedData()]),
    compiled: code !== null && script.cachedDataRejected === false,
  }
}

/** V8 tells scripts apart by their length alone; the build's mark at the script's start does it by content. */
const headerOf = (source: string): Buffer => {
  const header = Buffer.alloc(HEADER)
  header.write(source.slice(0, HEADER), 'latin1')
  return header
}

function codeFor(source: string, path: string): Buffer | null {
  try {
    const file = readFileSync(path)
    return file.subarray(0, HEADER).equals(headerOf(source)) ? file.subarray(HEADER) : null
  } catch {
    return null
  }
}

if (require.main === module) loadProgram(__dirname).run()
