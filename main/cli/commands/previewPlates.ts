/** `banxin preview --plates`: what each plate of a page will print, and where the ink lies. */
import { join, resolve } from 'node:path'
import type { Output } from '../../services/atomicWrite'
import { EXIT, refuse, type CommandIo, type ExitCode } from '../io'
import { deliver, type Bench } from '../workbench'

interface Order {
  readonly output: string
  readonly ppi: number
  /** A preset's file. */
  readonly press?: string
  readonly json: boolean
}

export async function previewPlates(
  io: CommandIo,
  { work, name, progress }: Bench,
  { output, ppi, press, json }: Order,
): Promise<ExitCode> {
  const { openPressPreset } = await import('../../services/press/preset')
  const { heatMap, softProofOf } = await import('../../services/press/softProof')
  const preset = openPressPreset(press === undefined ? undefined : resolve(io.cwd, press))
  if (!preset.ok) return refuse(io, [preset.error], json)
  const outputs: Output[] = []
  const diagnostics = [...work.diagnostics]
  for (const page of work.display.pages) {
    const proof = await progress.during(`Page ${page.folio}`, () =>
      softProofOf(work, page, preset.value, ppi),
    )
    if (!proof.ok) return refuse(io, [proof.error], json, EXIT.work)
    const file = (what: string, bytes: Uint8Array): Output => ({
      kind: 'file',
      path: join(resolve(io.cwd, output), `${name}-${page.folio}-${what}.png`),
      bytes,
    })
    outputs.push(...proof.value.plates.map((plate) => file(fileWord(plate.name), plate.png)))
    outputs.push(file('ink', heatMap(proof.value, ppi)))
    diagnostics.push(...proof.value.findings)
  }
  return deliver(io, outputs, diagnostics, json)
}

/** A spot may be called anything; a file may not. */
const fileWord = (plate: string): string =>
  plate.replace(/[\p{Cc}/\\:*?"<>|]/gu, '').replace(/^\.+|[. ]+$/gu, '') || '_'
