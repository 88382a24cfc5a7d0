/** An advertisement as a picture for the screen; the press gets its page. */
import { fork } from 'node:child_process'
import { programFile } from '../resources'

/** A page that takes longer is drawn as its placeholder. */
const PATIENCE = 60_000

const isAnswer = (value: unknown): value is { readonly png?: Uint8Array } =>
  typeof value === 'object' && value !== null

/** A PNG of the first page, from its trim box; null when it cannot be painted. */
export async function adPicture(bytes: Uint8Array, ppi: number): Promise<Uint8Array | null> {
  const trimmed = await trimmedTo(bytes)
  if (trimmed === null) return null
  return new Promise((resolve) => {
    const child = fork(programFile('adRaster'), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const settle = (png: Uint8Array | null): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(png)
    }
    const timer = setTimeout(() => settle(null), PATIENCE)
    child.on('message', (answer) => settle((isAnswer(answer) ? answer.png : null) ?? null))
    child.on('exit', () => settle(null))
    child.on('error', () => settle(null))
    child.send({ bytes: trimmed, ppi })
  })
}

/** Viewers paint the crop box: it is set to what we place. */
async function trimmedTo(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { readAd } = await import('../pdf/adPage')
  const read = await readAd(bytes)
  if (read.kind === 'fault') return null
  const { x, y, width, height } = read.ad.box
  read.ad.page.setCropBox(x, y, width, height)
  return read.ad.page.doc.save()
}
