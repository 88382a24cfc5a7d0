import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { CommandIo, ExitCode } from '../../../main/cli/io'
import { run } from '../../../main/cli/run'
import { nodeFileSystem } from '../../../main/services/fileSystem'

export interface CliResult {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs the command as a process would, in `cwd`, and catches what it says. */
export async function runCli(
  cwd: string,
  argv: readonly string[],
  io: Partial<CommandIo> = {},
): Promise<CliResult> {
  let out = ''
  let err = ''
  const code = await run(argv, {
    cwd,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    terminal: false,
    fs: nodeFileSystem,
    today: () => '2026-11-22',
    ...io,
  })
  return { code, out, err }
}

/** A folder of its own for each test of a file. */
export function useFolder(): () => string {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'banxin-cli-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}

/** What must hold for everything a user reads: sentences, no stack, no object dump. */
export const looksLikeATrace = (text: string): boolean =>
  /\n\s+at |node:internal|\[object |\bundefined\b|TypeError|RangeError|\.ts:\d/u.test(text)
