/** The press side of `banxin export`: preflight, PDF/X-4, the check at the door, what goes with the files. */
import { resolve } from 'node:path'
import type { MarkKind } from '../../../core/display/marks'
import type { PageDisplay } from '../../../core/display/displayList'
import { ok, type Diagnostic, type Result } from '../../../core/result'
import type { FileOutput } from '../../services/atomicWrite'
import { checksumOf, type ExportFile } from '../../services/exportFiles'
import type { DoorCheck } from '../../services/exportJob'
import type { PressStamp, PressWork } from '../../services/press/pressJob'
import type { ReportOrder } from '../../services/press/reportFile'
import { EXIT, refuse, say, type CommandIo, type ExitCode } from '../io'
import { deliver, type Bench } from '../workbench'

export interface PressExport {
  readonly files: readonly ExportFile[]
  readonly pages: readonly PageDisplay[]
  readonly date: string
  readonly json: boolean
  readonly override?: string | undefined
  /** A preset's file. */
  readonly press?: string | undefined
  readonly marks?: readonly MarkKind[] | undefined
  readonly operator?: string | undefined
  readonly revision?: string | undefined
  /** A preflight profile, by id or file. */
  readonly profile?: string | undefined
  /** File of the preflight's report, `.json`, `.html` or `.pdf`. */
  readonly report?: string | undefined
  readonly checksums: boolean
  readonly door: DoorCheck
}

const HELD_BACK =
  'no PDF was written because of these errors; correct them, export with --preset proof, or give --override "reason".'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The record of an override stands beside the PDF, so that nobody need remember who wanted what. */
function overrideRecord(
  path: string,
  reason: string,
  errors: readonly Diagnostic[],
  date: string,
): FileOutput {
  const text = `${JSON.stringify({ reason, date, errors }, null, 1)}\n`
  return { kind: 'file', path: `${path}.override.json`, bytes: bytesOf(text) }
}

export async function exportForPress(
  io: CommandIo,
  bench: Bench,
  order: PressExport,
): Promise<ExitCode> {
  const { work, progress } = bench
  const { openPressPreset } = await import('../../services/press/preset')
  const { preparePress } = await import('../../services/press/pressJob')
  const preset = openPressPreset(
    order.press === undefined ? undefined : resolve(io.cwd, order.press),
  )
  if (!preset.ok) return refuse(io, [preset.error], order.json)
  const { openPreflight } = await import('../../services/press/preflightProfiles')
  const profile = openPreflight(order.profile, io.cwd)
  if (!profile.ok) return refuse(io, [profile.error], order.json)
  const ready = await progress.during('Checking for the press', () =>
    preparePress(work, {
      pages: order.pages,
      preset: preset.value,
      profile: profile.value,
      ...(order.marks ? { marks: order.marks } : {}),
      onPicture: (done, total) => progress.step(`Picture ${done + 1} of ${total}`),
    }),
  )
  try {
    return await sendOut(io, bench, order, { preset: preset.value, profile: profile.value }, ready)
  } finally {
    await ready.dispose()
  }
}

async function sendOut(
  io: CommandIo,
  bench: Bench,
  order: PressExport,
  held: Pick<ReportOrder, 'preset' | 'profile'>,
  ready: PressWork,
): Promise<ExitCode> {
  const { override, operator, revision, date, door, json } = order
  const { diagnostics } = ready
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const overridden = errors.length > 0 ? override : undefined
  const report: FileOutput[] = []
  if (order.report !== undefined) {
    const { reportFile } = await import('../../services/press/reportFile')
    const path = resolve(io.cwd, order.report)
    const file = await reportFile(bench.work, diagnostics, { ...held, path, overridden })
    if (!file.ok) return refuse(io, [file.error], json, EXIT.work)
    report.push(file.value)
  }
  if (errors.length > 0 && overridden === undefined) {
    const code = await (report.length === 0
      ? refuse(io, diagnostics, json, EXIT.work)
      : deliver(io, report, diagnostics, json))
    say(io, HELD_BACK)
    return code
  }
  const stamp: PressStamp = {
    ...{ date, door },
    ...(operator === undefined ? {} : { operator }),
    ...(revision === undefined ? {} : { revision }),
    ...(overridden === undefined ? {} : { overridden }),
  }
  const written = await bench.progress.during('Writing the PDF', () =>
    writeFiles(bench, order, ready, stamp),
  )
  if (!written.ok) return refuse(io, written.error, json, EXIT.work)
  const outputs = [
    ...written.value,
    ...(order.checksums ? written.value.map(checksumOf) : []),
    ...(overridden === undefined
      ? []
      : written.value.map(({ path }) => overrideRecord(path, overridden, errors, date))),
    ...report,
  ]
  const more = overridden === undefined ? {} : { override: overridden }
  const code = await deliver(io, outputs, diagnostics, json, more)
  return code === EXIT.work && overridden !== undefined ? EXIT.done : code
}

async function writeFiles(
  { progress }: Bench,
  { files }: PressExport,
  ready: PressWork,
  stamp: PressStamp,
): Promise<Result<readonly FileOutput[], readonly Diagnostic[]>> {
  const count = files.reduce((sum, { pages }) => sum + pages.length, 0)
  let done = 0
  const onPage = (): void => progress.step(`Page ${(done += 1)} of ${count}`)
  const outputs: FileOutput[] = []
  for (const [index, { path, pages }] of files.entries()) {
    if (files.length > 1) progress.step(`Writing file ${index + 1} of ${files.length}`)
    const pdf = await ready.write(pages, stamp, onPage)
    if (!pdf.ok) return pdf
    outputs.push({ kind: 'file', path, bytes: pdf.value })
  }
  return ok(outputs)
}
