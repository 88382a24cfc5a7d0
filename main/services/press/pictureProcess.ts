/** The process that converts pictures, as a value: one at a time, with a limit of time, ended at will. */
import { fork, type ChildProcess } from 'node:child_process'
import { programFile } from '../resources'

export interface ScaleTo {
  readonly tone: { readonly width: number; readonly height: number }
  readonly line: { readonly width: number; readonly height: number }
}

export interface PictureJob {
  readonly bytes: Uint8Array
  /** The file that the converted picture becomes. */
  readonly output: string
  /** File of the profile to convert with. */
  readonly profile: string
  readonly scaleTo: ScaleTo
}

export interface PictureProcess {
  /** Null when done; otherwise what was wrong, as half a sentence about the picture. */
  convert(job: PictureJob): Promise<string | null>
  end(): void
}

/** A picture of 100 megapixels takes some seconds; longer than this nobody waits. */
const PATIENCE = 120_000
/**
 * After so many pictures a new process takes over: what the old one's allocator
 * kept (measured: 170 MB after one picture of 24 megapixels, 440 MB after ten) goes with it.
 */
const PICTURES_A_PROCESS = 8
/** Megabytes for JavaScript's own objects; pixels are outside of them. */
const HEAP = 512

interface Answer {
  readonly number: number
  readonly fault: string | null
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'number' in value && 'fault' in value

export function startPictureProcess(signal?: AbortSignal): PictureProcess {
  let child: ChildProcess | null = null
  let number = 0

  const running = (): ChildProcess =>
    (child ??= fork(programFile('pictureWorker'), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }))
  const stop = (): void => {
    child?.kill('SIGKILL')
    child = null
  }

  return {
    convert(job) {
      if (signal?.aborted === true) return Promise.resolve(CANCELLED)
      if (number > 0 && number % PICTURES_A_PROCESS === 0) stop()
      number += 1
      const mine = number
      const process = running()
      return new Promise((resolve) => {
        const settle = (fault: string | null): void => {
          clearTimeout(timer)
          process.removeListener('message', onMessage)
          process.removeListener('exit', onExit)
          process.removeListener('error', onExit)
          signal?.removeEventListener('abort', onAbort)
          resolve(fault)
        }
        const onMessage = (answer: unknown): void => {
          if (isAnswer(answer) && answer.number === mine) settle(answer.fault)
        }
        const onExit = (): void => {
          child = null
          settle('could not be converted in the memory at hand')
        }
        const onAbort = (): void => {
          stop()
          settle(CANCELLED)
        }
        const timer = setTimeout(() => {
          stop()
          settle('takes too long to convert')
        }, PATIENCE)
        process.on('message', onMessage)
        process.on('exit', onExit)
        process.on('error', onExit)
        signal?.addEventListener('abort', onAbort)
        process.send({ number: mine, ...job })
      })
    },
    end: stop,
  }
}

const CANCELLED = 'was not converted because the job was stopped'
