/** The sample as the command imports it, once a run. */
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { oncePerRun } from '../../build/oncePerRun'
import { runCli } from './runCli'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

/** Puts an edition with a page from each text in resources/samples at `path`. */
export async function importSample(path: string, ...texts: readonly string[]): Promise<void> {
  const folder = await oncePerRun(`command ${texts.join(' ')}`, async (own) => {
    const argv = ['import', ...texts.map((text) => join(samples, text)), '-o', 'S.banxin']
    const { code, err } = await runCli(own, argv)
    if (code !== 0) throw new Error(err)
  })
  cpSync(join(folder, 'S.banxin'), path, { recursive: true })
}
