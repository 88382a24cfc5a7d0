/** TIFF and WebP, which neither a page's painter nor its PDF holds: read in a process of their own to PNG or JPEG. */
import { fork } from 'node:child_process'
import { basename } from 'node:path'
import { err, ok, type Result } from '../../../core/result'
import { programFile } from '../resources'

/** A picture of 100 megapixels takes some seconds; longer than this nobody waits. */
const PATIENCE = 60_000

const startsWith = (bytes: Uint8Array, ...values: readonly number[]): boolean =>
  values.every((value, i) => bytes[i] === value)

/** TIFF 6.0 section 2, both byte orders; WebP is a RIFF of that name. */
export const isForeign = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x49, 0x49, 0x2a, 0) ||
  startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) ||
  (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) &&
    startsWith(bytes.subarray(8, 12), 0x57, 0x45, 0x42, 0x50))

/** The same samples as a PNG, those of CMYK as a JPEG; an error says what is wrong with the file. */
export async function readForeign(path: string, bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const answer = await ask(bytes)
  if (answer instanceof Uint8Array) return ok(answer)
  return err({
    severity: 'error',
    code: 'picture.format',
    message: `${basename(path)} ${answer}; save it anew, or as PNG or JPEG.`,
    where: { file: path },
  })
}

/** The picture, or half a sentence. */
function ask(bytes: Uint8Array): Promise<Uint8Array | string> {
  return new Promise((resolve) => {
    const child = fork(programFile('pictureReader'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const settle = (answer: Uint8Array | string): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => settle('takes too long to read'), PATIENCE)
    child.on('message', (answer: unknown) => settle(wordsOf(answer)))
    child.on('exit', () => settle('could not be read in the memory at hand'))
    child.on('error', () => settle('could not be read in the memory at hand'))
    child.send({ bytes })
  })
}

function wordsOf(answer: unknown): Uint8Array | string {
  if (typeof answer !== 'object' || answer === null) return 'cannot be read'
  const { bytes, fault } = answer as { readonly bytes?: unknown; readonly fault?: unknown }
  if (bytes instanceof Uint8Array) return bytes
  return typeof fault === 'string' ? fault : 'cannot be read'
}
