import { basename } from 'node:path'
import type { Diagnostic } from '../../core/result'
import type { ComposedWork } from '../services/composeJob'
import { writeOutputs, type Output } from '../services/atomicWrite'
import {
  EXIT,
  exitFor,
  printJson,
  progress,
  refuse,
  tell,
  type CommandIo,
  type ExitCode,
  type Progress,
} from './io'

/** What a command has at hand once its edition is open and composed. */
export interface Bench {
  readonly work: ComposedWork
  /** Name of the edition's folder without its ending. */
  readonly name: string
  readonly progress: Progress
}

const editionName = (named: string): string => basename(named).replace(/\.banxin$/u, '')

/**
 * Opens the edition a user named, composes it and hands it to `use`. An edition
 * that cannot be read is wrong usage; one whose fonts are not here cannot be
 * composed, which is an error in the work.
 */
export async function withWork(
  io: CommandIo,
  named: string,
  json: boolean,
  use: (bench: Bench) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { composeWork, openWork } = await import('../services/composeJob')
  const opened = await openWork(named, io.cwd)
  if (!opened.ok) return refuse(io, [opened.error], json)
  const shown = progress(io)
  const work = await shown.during('Composing', () => composeWork(opened.value))
  if (!work.ok) return refuse(io, work.error, json, EXIT.work)
  return use({ work: work.value, name: editionName(named), progress: shown })
}

/** Writes the outputs, tells their names and what was found on the way. */
export async function deliver(
  io: CommandIo,
  outputs: readonly Output[],
  diagnostics: readonly Diagnostic[],
  json: boolean,
  more: object = {},
): Promise<ExitCode> {
  const written = await writeOutputs(outputs, io.fs)
  if (!written.ok) return refuse(io, [written.error], json)
  const files = outputs.map((output) => output.path)
  if (json) printJson(io, { outputs: files, ...more, diagnostics })
  else io.out(files.map((file) => `${file}\n`).join(''))
  tell(io, diagnostics)
  return exitFor(diagnostics)
}
