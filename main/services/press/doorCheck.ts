/** The ledger at the door: the finished file's text, read by another library, against the manuscript's. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { PageDisplay } from '../../../core/display/displayList'
import { compareWithPdfText, describeDifference, type Ledger } from '../../../core/ledger'
import { err, ok, type Diagnostic, type Result } from '../../../core/result'
import { resourcesFolder } from '../resources'

/** Differences that are told one by one. */
const MOST_TOLD = 10
/** Longer than any edition takes. */
const PATIENCE = 300_000

const program = (): string =>
  join(resourcesFolder(), '..', 'main', 'services', 'press', 'textReader.mjs')

/**
 * Holds the file against the ledger of the pages in it. An error for each
 * difference, or one when the file cannot be read at all: it must not go out.
 */
export async function checkAtDoor(
  pdf: Uint8Array,
  pages: readonly PageDisplay[],
  ledger: Ledger,
): Promise<readonly Diagnostic[]> {
  const read = await textsOf(pdf)
  if (!read.ok) return [read.error]
  const shown = new Set(pages.map(({ page }) => page))
  const accounts = ledger.pages.map((account) => ({ ...account, shown: shown.has(account.page) }))
  const differences = compareWithPdfText({ ...ledger, pages: accounts }, read.value)
  return differences.slice(0, MOST_TOLD).map((difference) => ({
    severity: 'error',
    code: 'press.ledger',
    message: `The finished PDF does not hold the manuscript, so it was not written: ${describeDifference(difference)}`,
    where: difference.page === null ? {} : { page: difference.page },
  }))
}

const unreadable = (why: string): Result<never> =>
  err({
    severity: 'error',
    code: 'press.unreadable',
    message: `The finished PDF could not be read back (${why}), so it was not written; report this with the edition.`,
  })

interface Answer {
  readonly pages?: readonly string[]
  readonly fault?: string
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null

function textsOf(pdf: Uint8Array): Promise<Result<readonly string[]>> {
  return new Promise((resolve) => {
    const child = fork(program(), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const settle = (result: Result<readonly string[]>): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(result)
    }
    const timer = setTimeout(() => settle(unreadable('it takes too long')), PATIENCE)
    child.on('message', (answer) => {
      if (isAnswer(answer) && answer.pages !== undefined) settle(ok(answer.pages))
      else settle(unreadable(isAnswer(answer) ? (answer.fault ?? 'no text') : 'no text'))
    })
    child.on('exit', () => settle(unreadable('the reader ended')))
    child.on('error', () => settle(unreadable('the reader could not start')))
    child.send({ bytes: pdf })
  })
}
