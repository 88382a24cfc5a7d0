/** The same text by pdf.js, in a process of its own since the library is large. */
import { fork } from 'node:child_process'
import { err, ok, type Result } from '../../../core/result'
import { programFile } from '../resources'

/** Longer than any edition takes. */
const PATIENCE = 300_000

interface Answer {
  readonly pages?: readonly string[]
  readonly fault?: string
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null

/** One string a page, artifacts left out; an error is half a sentence. */
export function textsByPdfJs(pdf: Uint8Array): Promise<Result<readonly string[], string>> {
  return new Promise((resolve) => {
    const child = fork(programFile('textReader'), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const settle = (result: Result<readonly string[], string>): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(result)
    }
    const timer = setTimeout(() => settle(err('it takes too long')), PATIENCE)
    child.on('message', (answer) => {
      if (isAnswer(answer) && answer.pages !== undefined) settle(ok(answer.pages))
      else settle(err(isAnswer(answer) ? (answer.fault ?? 'no text') : 'no text'))
    })
    child.on('exit', () => settle(err('the reader ended')))
    child.on('error', () => settle(err('the reader could not start')))
    child.send({ bytes: pdf })
  })
}
