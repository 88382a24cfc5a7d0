/** The sample as a journey finds it: imported, made up and saved by the desk's own host, once a run. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { oncePerRun } from '../build/oncePerRun'
import { makeSample, SAMPLE, testHost } from './deskServer'

/** Path of an edition with a page from each text in resources/samples; it is read, not changed. */
export async function sampleEdition(texts: readonly string[]): Promise<string> {
  const folder = await oncePerRun(`desk ${texts.join(' ')}`, async (own) => {
    const host = testHost(own)
    await makeSample(host, own, texts)
    await host.close()
  })
  return join(folder, SAMPLE)
}

/** A copy of it in `folder`; answers its path. */
export async function copySample(folder: string, texts: readonly string[]): Promise<string> {
  const path = join(folder, SAMPLE)
  cpSync(await sampleEdition(texts), path, { recursive: true })
  return path
}
