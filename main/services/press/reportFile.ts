/** The preflight's report as a file, in the form that its name asks for. */
import type { PreflightProfile } from '../../../core/preflight/preflightProfile'
import { ok, type Diagnostic, type Result } from '../../../core/result'
import type { FileOutput } from '../atomicWrite'
import type { ComposedWork } from '../composeJob'
import type { PressPreset } from './preset'
import { reportHtml, reportJson, rowsOf, type ReportHead } from './report'

export interface ReportOrder {
  /** Ends in `.json`, `.html` or `.pdf`. */
  readonly path: string
  readonly preset: PressPreset
  readonly profile: PreflightProfile
  /** Reason for going to press in spite of errors. */
  readonly overridden?: string | undefined
}

export async function reportFile(
  { edition, fonts }: ComposedWork,
  diagnostics: readonly Diagnostic[],
  { path, preset, profile, overridden }: ReportOrder,
): Promise<Result<FileOutput>> {
  const { publication, date } = edition.meta
  const head: ReportHead = {
    title: `${publication} ${date}`.trim(),
    preset: preset.name,
    condition: preset.condition.info,
    profile: profile.name,
    ...(overridden === undefined ? {} : { overridden }),
  }
  if (path.endsWith('.pdf')) {
    const { reportPdf } = await import('./reportPdf')
    const pdf = await reportPdf(head, rowsOf(diagnostics), fonts, new Date(date))
    return pdf.ok ? ok({ kind: 'file', path, bytes: pdf.value }) : pdf
  }
  const write = path.endsWith('.json') ? reportJson : reportHtml
  const bytes = new TextEncoder().encode(write(head, diagnostics))
  return ok({ kind: 'file', path, bytes })
}
