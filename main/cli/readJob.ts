import { withoutHeads } from '../../core/manuscript/masthead/setAnew'
import { ok, type Diagnostic, type Result } from '../../core/result'
import type { ImportedEdition } from '../services/importJob'
import type { CommandIo, Progress } from './io'

/** What `make` and `import` let a user say about a job. */
export interface JobOptions {
  readonly template: string
  readonly onePage?: true
}

/** Reads the inputs of a job into an edition whose stories are placed; the readers load here, not before. */
export const readJob = (
  io: CommandIo,
  shown: Progress,
  inputs: readonly string[],
  options: JobOptions,
): Promise<Result<ImportedEdition, readonly Diagnostic[]>> =>
  shown.during('Reading', async () => {
    const { importEdition } = await import('../services/importJob')
    const imported = await importEdition(inputs, {
      cwd: io.cwd,
      template: options.template,
      onePage: options.onePage === true,
      today: io.today(),
      onStep: shown.step,
    })
    if (!imported.ok) return imported
    return ok({ ...imported.value, edition: withoutHeads(imported.value.edition) })
  })
