import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupError, say } from './say.mjs'

/** What the tests read PDFs with, programs that share no code with ours, and what they drive the desk in. */
export const FOR_TESTS = [
  { program: 'pdftotext', debian: 'poppler-utils' },
  { program: 'pdftoppm', debian: 'poppler-utils' },
  { program: 'pdftocairo', debian: 'poppler-utils' },
  { program: 'pdffonts', debian: 'poppler-utils' },
  { program: 'gs', debian: 'ghostscript' },
  { program: 'qpdf', debian: 'qpdf' },
  { program: 'chromium', debian: 'chromium fonts-noto-cjk' },
]

/** What the benchmark compares us with, beside typst, which comes through npm. */
export const FOR_BENCH = [{ program: 'chromium', debian: 'chromium' }]

/**
 * Sees to it that the programs are on the PATH. On Debian as root the missing ones are
 * installed; otherwise a SetupError carries the one command to run.
 */
export function setupSystem(needs) {
  const missing = needs.filter(({ program }) => !isOnPath(program))
  if (missing.length === 0) return

  const packages = [...new Set(missing.map(({ debian }) => debian))].join(' ')
  if (!existsSync('/etc/debian_version')) {
    const programs = missing.map(({ program }) => program).join(', ')
    throw new SetupError(
      `These programs are needed and not installed: ${programs}; install them (on Debian: apt-get install ${packages}), then run the same command again.`,
    )
  }
  const line = `apt-get update && apt-get install -y ${packages}`
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `Debian packages are missing; run this once, then the same command again: sudo sh -c '${line}'`,
    )
  }
  say(`Installing the Debian packages ${packages} …`)
  apt(['update', '-q'], line)
  apt(['install', '-y', '-q', '--no-install-recommends', ...packages.split(' ')], line)
}

function apt(args, byHand) {
  const { status, error } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=240', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (error !== undefined || status !== 0) {
    throw new SetupError(
      `The Debian packages could not be installed (apt-get says why above); run it by hand: ${byHand}`,
    )
  }
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
