/** One line per step on stderr, so that stdout stays free for what a command prints. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A failure whose message is one sentence for the user; `exitCode` is what the process ends with. */
export class SetupError extends Error {
  constructor(message, exitCode = 2) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Runs `work` and turns a SetupError into its sentence and exit code; anything else is our own mistake and is thrown. */
export async function runOrExplain(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = error.exitCode
  }
}
